import type { ReactNode } from 'react'

interface RowProps {
  /** An `Icon` or an `Avatar`. */
  media?: ReactNode
  title: ReactNode
  description?: ReactNode
  badge?: ReactNode
  /** Buttons; their labels must name the thing. */
  actions?: ReactNode
}

/** One item of a `RowList`, with its actions. */
export function Row({ media, title, description, badge, actions }: RowProps) {
  return (
    <li className="row">
      {media !== undefined && <span className="row-media">{media}</span>}
      <div className="row-text">
        <p className="row-title">
          {title}
          {badge}
        </p>
        {description !== undefined && <p className="soft small">{description}</p>}
      </div>
      {actions !== undefined && <div className="row-actions">{actions}</div>}
    </li>
  )
}
