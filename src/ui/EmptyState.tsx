import type { ReactNode } from 'react'

interface EmptyStateProps {
  /** An `Icon`. */
  icon?: ReactNode
  title: string
  text?: ReactNode
  /** A button or a link. */
  action?: ReactNode
}

/** Shown in place of an empty list. */
export function EmptyState({ icon, title, text, action }: EmptyStateProps) {
  return (
    <div className="empty">
      {icon}
      <p className="empty-title">{title}</p>
      {text !== undefined && <p className="soft small">{text}</p>}
      {action}
    </div>
  )
}
