import { useQuery } from '@tanstack/react-query'
import { QueryResult } from '#account/QueryResult.tsx'
import { AccountPage } from '#account/AccountPage.tsx'
import { useSession } from '#auth/AuthProvider.tsx'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Card } from '#ui/Card.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Icon } from '#ui/Icon.tsx'
import { icons } from '#ui/icons.ts'
import { DeviceList } from './DeviceList.tsx'
import { devicesQuery } from './devicesQuery.ts'

/** Lists the remembered devices, if the pool tracks devices. */
export function DevicesPage() {
  const t = useTranslate()
  const query = useQuery(devicesQuery(useSession()))
  return (
    <AccountPage title={t('devices.title')} lead={t('devices.lead')}>
      <Card title={t('devices.remembered')}>
        <QueryResult query={query} rows={2} errorTitle={t('devices.failed')}>
          {(result) => {
            if (result.status === 'untracked')
              return <Alert tone="note">{t('devices.untracked')}</Alert>
            if (result.devices.length > 0) return <DeviceList devices={result.devices} />
            return (
              <EmptyState
                icon={<Icon shape={icons.device} />}
                title={t('devices.none')}
                text={t('devices.noneLead')}
              />
            )
          }}
        </QueryResult>
      </Card>
    </AccountPage>
  )
}
