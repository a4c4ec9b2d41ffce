import { Badge } from '#ui/Badge.tsx'
import { DetailList } from '#ui/DetailList.tsx'

/** List of details; several values of one detail are shown as badges. */
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
