import { AccountPage } from '#account/AccountPage.tsx'
import { useConfig } from '#config/ConfigProvider.tsx'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Card } from '#ui/Card.tsx'
import { partNames } from './collectAccountData.ts'
import { DeleteCard } from './DeleteCard.tsx'
import { DownloadButton } from './DownloadButton.tsx'

/** Offers a copy of the account's data, and the deletion of the account. */
export function DataPage() {
  const t = useTranslate()
  const portal = useConfig().portal.name
  return (
    <AccountPage title={t('data.title')} lead={t('data.lead')}>
      <Card title={t('data.copy')}>
        <div className="stack-tight">
          <p>{t('data.copyLead', { portal })}</p>
          <ul>
            {partNames.map((part) => (
              <li key={part}>{t(`data.part.${part}`)}</li>
            ))}
          </ul>
          <p className="soft">{t('data.copyKeys')}</p>
          <DownloadButton />
        </div>
      </Card>
      <DeleteCard />
    </AccountPage>
  )
}
