import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ConfirmDialog } from '#account/ConfirmDialog.tsx'
import { runSequentially } from '#account/runSequentially.ts'
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
import { devicesQuery, type RememberedDevice } from './devicesQuery.ts'

/** The device that the dialog asks about, or all of them. */
type ForgetTarget = RememberedDevice | 'all'

export function DeviceList({ devices }: { devices: RememberedDevice[] }) {
  const t = useTranslate()
  const session = useSession()
  const client = useQueryClient()
  const toast = useToast()
  const [now] = useState(() => Date.now())
  const [toForget, setToForget] = useState<ForgetTarget>()
  const nameOf = ({ name }: RememberedDevice) => name ?? t('devices.unnamed')

  const forgetOne = ({ key }: RememberedDevice) =>
    session.forgetDevice(key).catch((error: unknown) => {
      // Forgotten already, for example in another tab.
      if (!(error instanceof AuthError) || error.code !== 'gone') throw error
    })

  async function forget() {
    if (toForget === undefined) return
    try {
      await runSequentially(toForget === 'all' ? devices : [toForget], forgetOne)
    } finally {
      await client.invalidateQueries(devicesQuery(session))
    }
    toast(t(toForget === 'all' ? 'devices.allForgotten' : 'devices.forgotten'))
    setToForget(undefined)
  }

  function description({ lastSeen, address = '' }: RememberedDevice): string {
    if (lastSeen === undefined) return address
    const date = formatDateTime(t, lastSeen)
    const seen = t('devices.seen', { date, relative: formatRelative(t, lastSeen, now) })
    return [seen, address].filter(Boolean).join(' · ')
  }

  const includesThisDevice = toForget === 'all' || toForget?.isCurrent === true
  return (
    <div className="stack-tight">
      <RowList label={t('devices.remembered')}>
        {devices.map((device) => (
          <Row
            key={device.key}
            media={<Icon shape={icons.device} />}
            title={<bdi>{nameOf(device)}</bdi>}
            badge={device.isCurrent && <Badge tone="good">{t('devices.this')}</Badge>}
            description={description(device)}
            actions={
              <Button look="quiet" onClick={() => setToForget(device)}>
                {t('devices.forget')}
                <span className="visually-hidden">: {nameOf(device)}</span>
              </Button>
            }
          />
        ))}
      </RowList>
      {devices.length > 1 && (
        <p>
          <Button look="secondary" onClick={() => setToForget('all')}>
            {t('devices.forgetAll')}
          </Button>
        </p>
      )}
      <ConfirmDialog
        open={toForget !== undefined}
        onClose={() => setToForget(undefined)}
        title={t(toForget === 'all' ? 'devices.forgetAllTitle' : 'devices.forgetTitle')}
        action={t('devices.forget')}
        onConfirm={forget}
      >
        <p>
          {toForget === undefined || toForget === 'all'
            ? t('devices.forgetAllLead')
            : t('devices.forgetLead', { device: nameOf(toForget) })}
        </p>
        {includesThisDevice && <p>{t('devices.forgetThis')}</p>}
      </ConfirmDialog>
    </div>
  )
}
