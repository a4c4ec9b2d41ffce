import { useConfig } from '#config/ConfigProvider.tsx'
import { formatDate } from '#i18n/format.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { Icon } from '#ui/Icon.tsx'
import { moreIcons } from '#ui/moreIcons.ts'
import { Row } from '#ui/Row.tsx'
import { RowList } from '#ui/RowList.tsx'
import type { Identity } from './readIdentities.ts'

/** What is linked, and what that means for the password and the address. */
export function IdentityList({ identities }: { identities: Identity[] }) {
  const text = useText()
  const { providers } = useConfig().federation
  const labelOf = ({ provider }: Identity) =>
    providers.find(({ name }) => name === provider)?.label ?? provider
  const made = identities.find(({ primary }) => primary)
  return (
    <div className="stack-tight">
      <RowList label={text('identities.linked')}>
        {identities.map((identity) => (
          <Row
            key={`${identity.provider} ${identity.userId}`}
            media={<Icon shape={moreIcons.globe} />}
            title={<bdi>{labelOf(identity)}</bdi>}
            description={
              identity.linkedAt !== undefined &&
              text('identities.since', {
                date: formatDate(text, new Date(identity.linkedAt).toISOString()),
              })
            }
          />
        ))}
      </RowList>
      <p>
        {made === undefined
          ? text('identities.besides')
          : text('identities.instead', { provider: labelOf(made) })}
      </p>
      {made !== undefined && (
        <p className="soft">{text('identities.email', { provider: labelOf(made) })}</p>
      )}
    </div>
  )
}
