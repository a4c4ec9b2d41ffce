const shapes = {
  check: 'M5 10.5 8.5 14 15 6.5',
  ring: 'M12.5 10a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0Z',
  info: 'M10 9.5v4M10 6.5h.01M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0Z',
  warning: 'M10 6.5v4M10 13.5h.01M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0Z',
  eye: 'M2 10s2.9-5.5 8-5.5 8 5.5 8 5.5-2.9 5.5-8 5.5S2 10 2 10ZM12.4 10a2.4 2.4 0 1 1-4.8 0 2.4 2.4 0 0 1 4.8 0Z',
  eyeOff:
    'M8.4 4.7a8 8 0 0 1 1.6-.2c5.1 0 8 5.5 8 5.5a14 14 0 0 1-2 2.7M13.8 14.2a7.4 7.4 0 0 1-3.8 1.3c-5.1 0-8-5.5-8-5.5a13.6 13.6 0 0 1 4.2-4.3M8.3 8.3a2.4 2.4 0 0 0 3.4 3.4M3 3l14 14',
  close: 'M5.5 5.5l9 9M14.5 5.5l-9 9',
  chevron: 'M5.5 8l4.5 4.5L14.5 8',
  capsLock: 'M10 3.5 4 10h3v3.5h6V10h3l-6-6.5ZM7 16.5h6',
} as const

/** Decoration: the text beside it says what it means. `shape` is one of `icons`. */
export function Icon(props: { name: keyof typeof shapes } | { shape: string }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={'shape' in props ? props.shape : shapes[props.name]} />
    </svg>
  )
}
