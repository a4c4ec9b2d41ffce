import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Confirm } from '#account/Confirm.tsx'
import { forEachOf } from '#account/forEachOf.ts'
import { useSession } from '#auth/AuthProvider.tsx'
import { AuthError } from '#auth/errors.ts'
import { formatDateTime, formatRelative } from '#i18n/format.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Badge } from '#ui/Badge.tsx'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import { useToast } from '#ui/LiveRegion.tsx'
import { icons } from '#ui/icons.ts'
import { Row } from '#ui/Row.tsx'
import { RowList } from '#ui/RowList.tsx'
import { devicesQuery, type OwnDevice } from './queries.ts'

/** Those that are to be forgotten; one, or all. */
type Forgetting = OwnDevice | 'all'

export function DeviceList({ devices }: { devices: OwnDevice[] }) {
  const t = useTranslate()
  const session = useSession()
  const client = useQueryClient()
  const toast = useToast()
  const [now] = useState(() => Date.now())
  const [forgetting, setForgetting] = useState<Forgetting>()
  const nameOf = ({ name }: OwnDevice) => name ?? t('devices.unnamed')

  const forgetOne = ({ key }: OwnDevice) =>
    session.forgetDevice(key).catch((error: unknown) => {
      // It is forgotten, which is what was wanted.
      if (!(error instanceof AuthError) || error.code !== 'gone') throw error
    })

  async function forget() {
    if (forgetting === undefined) return
    try {
      await forEachOf(forgetting === 'all' ? devices : [forgetting], forgetOne)
    } finally {
      await client.invalidateQueries(devicesQuery(session))
    }
    toast(t(forgetting === 'all' ? 'devices.allForgotten' : 'devices.forgotten'))
    setForgetting(undefined)
  }

  function description({ lastSeen, address = '' }: OwnDevice): string {
    if (lastSeen === undefined) return address
    const date = formatDateTime(t, lastSeen)
    const seen = t('devices.seen', { date, relative: formatRelative(t, lastSeen, now) })
    return [seen, address].filter(Boolean).join(' · ')
  }

  const isMine = forgetting === 'all' || forgetting?.isThis === true
  return (
    <div className="stack-tight">
      <RowList label={t('devices.remembered')}>
        {devices.map((device) => (
          <Row
            key={device.key}
            media={<Icon shape={icons.device} />}
            title={<bdi>{nameOf(device)}</bdi>}
            badge={device.isThis && <Badge tone="good">{t('devices.this')}</Badge>}
            description={description(device)}
            actions={
              <Button look="quiet" onClick={() => setForgetting(device)}>
                {t('devices.forget')}
                <span className="visually-hidden">: {nameOf(device)}</span>
              </Button>
            }
          />
        ))}
      </RowList>
      {devices.length > 1 && (
        <p>
          <Button look="secondary" onClick={() => setForgetting('all')}>
            {t('devices.forgetAll')}
          </Button>
        </p>
      )}
      <Confirm
        open={forgetting !== undefined}
        onClose={() => setForgetting(undefined)}
        title={t(forgetting === 'all' ? 'devices.forgetAllTitle' : 'devices.forgetTitle')}
        action={t('devices.forget')}
        onConfirm={forget}
      >
        <p>
          {forgetting === undefined || forgetting === 'all'
            ? t('devices.forgetAllLead')
            : t('devices.forgetLead', { device: nameOf(forgetting) })}
        </p>
        {isMine && <p>{t('devices.forgetThis')}</p>}
      </Confirm>
    </div>
  )
}
