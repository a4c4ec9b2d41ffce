import type { ReactNode } from 'react'

/** The page's only `h1`. Focused when its page is shown; not in tab order. */
export function Heading({ children, lead }: { children: string; lead?: ReactNode }) {
  return (
    <div className="heading">
      <h1 tabIndex={-1}>{children}</h1>
      {lead !== undefined && <p className="lead">{lead}</p>}
    </div>
  )
}
