import { useQuery } from '@tanstack/react-query'
import { Loaded } from '#account/Loaded.tsx'
import { Page } from '#account/Page.tsx'
import { useSession } from '#auth/AuthProvider.tsx'
import { useText } from '#i18n/WordsProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Card } from '#ui/Card.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Icon } from '#ui/Icon.tsx'
import { moreIcons } from '#ui/moreIcons.ts'
import { DeviceList } from './DeviceList.tsx'
import { devicesQuery } from './queries.ts'

/** The devices that stand for a second factor, where the pool remembers them. */
export function DevicesPage() {
  const text = useText()
  const query = useQuery(devicesQuery(useSession()))
  return (
    <Page title={text('devices.title')} lead={text('devices.lead')}>
      <Card title={text('devices.remembered')}>
        <Loaded query={query} rows={2} failed={text('devices.failed')}>
          {(found) => {
            if (!found.tracked) return <Alert tone="note">{text('devices.untracked')}</Alert>
            if (found.devices.length > 0) return <DeviceList devices={found.devices} />
            return (
              <EmptyState
                icon={<Icon shape={moreIcons.device} />}
                title={text('devices.none')}
                text={text('devices.noneLead')}
              />
            )
          }}
        </Loaded>
      </Card>
    </Page>
  )
}
