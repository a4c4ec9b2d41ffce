/** Default logo: a lit arch. Hidden from assistive technology, as the portal's name is beside it. */
export function BrandMark() {
  return (
    <svg className="brand-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect className="brand-wall" width="32" height="32" rx="8" />
      <path className="brand-gate" d="M8 25V15a8 8 0 0 1 16 0v10" />
      <path className="brand-light" d="M12.5 25v-9.5a3.5 3.5 0 0 1 7 0V25Z" />
    </svg>
  )
}
