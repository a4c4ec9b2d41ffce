import type { ReactNode } from 'react'

interface Detail {
  term: ReactNode
  value: ReactNode
  /** Where the term is no text of its own. */
  key: string
}

/** Names and their values, as a description list; `stacked` where both are long. */
export function DetailList({ items, stacked }: { items: Detail[]; stacked?: true }) {
  return (
    <dl className={stacked ? 'details details-stacked' : 'details'}>
      {items.map(({ term, value, key }) => (
        <div className="details-row" key={key}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
