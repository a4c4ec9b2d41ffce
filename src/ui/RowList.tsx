import type { ReactNode } from 'react'

/** Things of one kind, a `Row` each. `label` says which kind where no heading does. */
export function RowList({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <ul className="plain-list rows" aria-label={label}>
      {children}
    </ul>
  )
}
