import type { ReactNode } from 'react'

interface Detail {
  term: ReactNode
  value: ReactNode
  /** Where the term is no text of its own. */
  key: string
}

/** Names and their values, as a description list. */
export function DetailList({ items }: { items: Detail[] }) {
  return (
    <dl className="details">
      {items.map(({ term, value, key }) => (
        <div className="details-row" key={key}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
