import { useCallback, useEffect, useState } from 'react'
import { SignOutButton } from '#account/SignOutButton.tsx'
import { useSession } from '#auth/AuthProvider.tsx'
import { formatSeconds } from '#i18n/format.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { useAnnounce } from '#ui/LiveRegion.tsx'

/** Remaining seconds that are announced to screen readers; the opening of the dialog is announced by itself. */
const announcedSeconds: ReadonlySet<number> = new Set([30, 10])

const modifiers: ReadonlySet<string> = new Set([
  'Tab',
  'Shift',
  'Control',
  'Alt',
  'AltGraph',
  'Meta',
])

/** Asks a user who has been away whether they are still there. One key or click is the answer, in any tab. */
export function IdleDialog() {
  const t = useTranslate()
  const { idleEndsAt, check } = useSession()
  const open = idleEndsAt !== undefined

  const stay = useCallback(() => {
    // A vault that has crashed shows at the next command of the user.
    check(true).catch(() => undefined)
  }, [check])

  useEffect(() => {
    if (!open) return undefined
    function answer(event: KeyboardEvent) {
      const isCommand = event.ctrlKey || event.altKey || event.metaKey || modifiers.has(event.key)
      const isPress = event.key === 'Enter' || event.key === ' '
      if (isCommand || (isPress && event.target instanceof HTMLButtonElement)) return
      // Must not end up in the field that gets the focus back.
      event.preventDefault()
      stay()
    }
    document.addEventListener('keydown', answer, { capture: true })
    return () => document.removeEventListener('keydown', answer, { capture: true })
  }, [open, stay])

  return (
    <Dialog
      open={open}
      onClose={stay}
      title={t('away.title')}
      closeLabel={t('away.stay')}
      tone="warning"
      actions={
        <>
          <Button onClick={stay}>{t('away.stay')}</Button>
          <SignOutButton />
        </>
      }
    >
      {idleEndsAt !== undefined && <Countdown endsAt={idleEndsAt} />}
    </Dialog>
  )
}

function Countdown({ endsAt }: { endsAt: number }) {
  const t = useTranslate()
  const announce = useAnnounce()
  const [now, setNow] = useState(() => Date.now())
  const seconds = Math.max(0, Math.ceil((endsAt - now) / 1000))

  useEffect(() => {
    const interval = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(interval)
  }, [])
  useEffect(() => {
    if (announcedSeconds.has(seconds)) {
      announce(t('away.left', { time: formatSeconds(t, seconds) }))
    }
  }, [seconds, announce, t])

  return (
    <>
      <p>{t('away.lead')}</p>
      <p className="countdown">{formatSeconds(t, seconds)}</p>
    </>
  )
}
