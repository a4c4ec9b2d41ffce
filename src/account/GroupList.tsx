import { useText } from '#i18n/WordsProvider.tsx'
import { Badge } from '#ui/Badge.tsx'

export function GroupList({ groups }: { groups: string[] }) {
  const text = useText()
  if (groups.length === 0) return <p className="soft">{text('account.noGroups')}</p>
  return (
    <ul className="plain-list badges">
      {groups.map((group) => (
        <li key={group}>
          <Badge>{group}</Badge>
        </li>
      ))}
    </ul>
  )
}
