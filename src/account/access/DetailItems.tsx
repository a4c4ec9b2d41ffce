import { Badge } from '#ui/Badge.tsx'
import { DetailList } from '#ui/DetailList.tsx'

/** Details of which some have several values. */
export function DetailItems({
  items,
}: {
  items: { key: string; term: string; value: string | string[] }[]
}) {
  return (
    <DetailList
      items={items.map(({ value, ...item }) => ({
        ...item,
        value:
          typeof value === 'string' ? value : value.map((text) => <Badge key={text}>{text}</Badge>),
      }))}
    />
  )
}
