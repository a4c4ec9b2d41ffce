import type { ReactNode } from 'react'

interface Detail {
  term: ReactNode
  value: ReactNode
  /** React key: terms may be elements. */
  key: string
}

/** A description list of terms and values; `stacked` puts the value under the term. */
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
