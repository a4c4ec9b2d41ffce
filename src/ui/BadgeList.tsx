import { Badge } from './Badge.tsx'

/** A list of short values, each as a badge. */
export function BadgeList({ items }: { items: string[] }) {
  return (
    <ul className="plain-list badges">
      {items.map((item) => (
        <li key={item}>
          <Badge>{item}</Badge>
        </li>
      ))}
    </ul>
  )
}
