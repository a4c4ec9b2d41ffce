import { useConfig } from '#config/ConfigProvider.tsx'
import { formatDate } from '#i18n/format.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Icon } from '#ui/Icon.tsx'
import { icons } from '#ui/icons.ts'
import { Row } from '#ui/Row.tsx'
import { RowList } from '#ui/RowList.tsx'
import type { Identity } from './readIdentities.ts'

/** Lists linked identities, and explains whether password and email belong to the provider. */
export function IdentityList({ identities }: { identities: Identity[] }) {
  const t = useTranslate()
  const { providers } = useConfig().federation
  const labelOf = ({ provider }: Identity) =>
    providers.find(({ name }) => name === provider)?.label ?? provider
  const primaryIdentity = identities.find(({ primary }) => primary)
  return (
    <div className="stack-tight">
      <RowList label={t('identities.linked')}>
        {identities.map((identity) => (
          <Row
            key={`${identity.provider} ${identity.userId}`}
            media={<Icon shape={icons.globe} />}
            title={<bdi>{labelOf(identity)}</bdi>}
            description={
              identity.linkedAt !== undefined &&
              t('identities.since', {
                date: formatDate(t, new Date(identity.linkedAt).toISOString()),
              })
            }
          />
        ))}
      </RowList>
      <p>
        {primaryIdentity === undefined
          ? t('identities.besides')
          : t('identities.instead', { provider: labelOf(primaryIdentity) })}
      </p>
      {primaryIdentity !== undefined && (
        <p className="soft">{t('identities.email', { provider: labelOf(primaryIdentity) })}</p>
      )}
    </div>
  )
}
