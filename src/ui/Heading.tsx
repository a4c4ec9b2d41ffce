import type { ReactNode } from 'react'

/** The page's one `h1`. It can take the focus when a page arrives, but is no stop for Tab. */
export function Heading({ children, lead }: { children: string; lead?: ReactNode }) {
  return (
    <div className="heading">
      <h1 tabIndex={-1}>{children}</h1>
      {lead !== undefined && <p className="lead">{lead}</p>}
    </div>
  )
}
