import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Badge } from '#ui/Badge.tsx'

export function GroupList({ groups }: { groups: string[] }) {
  const t = useTranslate()
  if (groups.length === 0) return <p className="soft">{t('account.noGroups')}</p>
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
