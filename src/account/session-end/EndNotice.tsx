import { useEffect, useRef, useState, type ReactNode } from 'react'
import { ReauthenticationForm } from '#account/reauthentication/ReauthenticationForm.tsx'
import { useSession } from '#auth/AuthProvider.tsx'
import { useConfig } from '#config/ConfigProvider.tsx'
import { formatTime } from '#i18n/format.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { useAnnounce } from '#ui/LiveRegion.tsx'

const noticeMs = 5 * 60_000
const intervalMs = 10_000

/** Tells when the session ends for good, by the operator's limit or by Cognito's, and lets the user sign in again before. */
export function EndNotice() {
  const t = useTranslate()
  const { maxHours = Infinity } = useConfig().session
  const session = useSession()
  const { signedInAt, sessionEndsAt = Infinity, beganOverDomain } = session
  const endsAt = Math.min(sessionEndsAt, signedInAt + maxHours * 3_600_000)
  const isNear = useIsNear(endsAt)
  const [open, setOpen] = useState(false)
  const wasOpen = useRef(false)

  // The button that had the focus is gone with the notice.
  useEffect(() => {
    if (wasOpen.current && !open && document.activeElement === document.body) {
      document.getElementById('main')?.focus()
    }
    wasOpen.current = open
  }, [open])

  return (
    <>
      {isNear && (
        <Notice title={t('ending.title', { time: formatTime(t, endsAt) })}>
          {/* At a provider users sign in on another page. */}
          {beganOverDomain ? (
            t('ending.leadLeaving')
          ) : (
            <div className="stack-tight">
              <p>{t('ending.lead')}</p>
              <p>
                <Button look="secondary" onClick={() => setOpen(true)}>
                  {t('ending.action')}
                </Button>
              </p>
            </div>
          )}
        </Notice>
      )}
      <Dialog open={open} onClose={() => setOpen(false)} title={t('ending.action')}>
        <ReauthenticationForm initialChallenge={undefined} afresh onDone={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function Notice({ title, children }: { title: string; children: ReactNode }) {
  const announce = useAnnounce()
  useEffect(() => announce(title), [announce, title])
  return (
    <div className="end-notice">
      <Alert tone="note" title={title}>
        {children}
      </Alert>
    </div>
  )
}

/** Whether it is time for the notice. Once the time is over, Cognito is asked whether the session is, too. */
function useIsNear(endsAt: number): boolean {
  const { renewTokens } = useSession()
  const [now, setNow] = useState(() => Date.now())
  const isOver = now >= endsAt

  useEffect(() => {
    if (endsAt === Infinity) return undefined
    const interval = setInterval(() => setNow(Date.now()), intervalMs)
    return () => clearInterval(interval)
  }, [endsAt])
  useEffect(() => {
    // A refusal ends the session; any other failure says nothing.
    if (isOver) renewTokens().catch(() => undefined)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, not with each new session object
  }, [isOver])
  return !isOver && now >= endsAt - noticeMs
}
