import { useText } from '#i18n/WordsProvider.tsx'

export function GroupList({ groups }: { groups: string[] }) {
  const text = useText()
  if (groups.length === 0) return <p className="soft">{text('account.noGroups')}</p>
  return (
    <ul className="plain-list badges">
      {groups.map((group) => (
        <li className="badge" key={group}>
          {group}
        </li>
      ))}
    </ul>
  )
}
