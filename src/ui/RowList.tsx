import type { ReactNode } from 'react'

/** A list of `Row`s. `label` names it for screen readers where no heading does. */
export function RowList({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <ul className="plain-list rows" aria-label={label}>
      {children}
    </ul>
  )
}
