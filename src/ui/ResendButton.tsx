import { useState } from 'react'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from './Alert.tsx'
import { Icon } from './Icon.tsx'
import { useAnnounce } from './LiveRegion.tsx'
import { useCooldown } from './useCooldown.ts'

/** Where a code was sent; undefined where the pool does not say. */
type Delivery = { destination: string } | undefined

interface ResendButtonProps {
  /** Key of the cooldown in `sessionStorage`: the kind of code and the account. */
  name: string
  /** Resolves to the delivery of the new code. */
  resend: () => Promise<Delivery>
  explain: (error: unknown) => string
}

/** Outcome of the last press. Messages are made when it is drawn, so that they follow the language. */
type Result =
  | { status: 'idle' }
  | { status: 'pending' }
  | { status: 'sent'; delivery: Delivery }
  | { status: 'failed'; error: unknown }

/** Sends another code, at most every 30 seconds. Starts waiting: the first code has just been sent. */
export function ResendButton({ name, resend, explain }: ResendButtonProps) {
  const t = useTranslate()
  const { secondsLeft, restart } = useCooldown(name, 30)
  const [result, setResult] = useState<Result>({ status: 'idle' })
  const announce = useAnnounce()
  const pending = result.status === 'pending'

  const sentText = (delivery: Delivery) =>
    delivery === undefined
      ? t('code.resent')
      : t('code.resentTo', { destination: delivery.destination })

  function press() {
    if (pending) return
    if (secondsLeft > 0) {
      announce(t('code.waitSpoken', { count: secondsLeft }))
      return
    }
    setResult({ status: 'pending' })
    resend().then(
      (delivery) => {
        restart()
        announce(sentText(delivery))
        setResult({ status: 'sent', delivery })
      },
      (error: unknown) => setResult({ status: 'failed', error }),
    )
  }

  return (
    <div className="resend">
      <button
        className="link-button"
        type="button"
        aria-disabled={secondsLeft > 0 || pending}
        aria-busy={pending}
        onClick={press}
      >
        {t('code.resend')}
        {/* Hidden from screen readers, which would read it again every second. */}
        {secondsLeft > 0 && (
          <span aria-hidden="true"> {t('code.wait', { seconds: secondsLeft })}</span>
        )}
      </button>
      {result.status === 'sent' && (
        <p className="resend-sent">
          <Icon name="check" />
          {sentText(result.delivery)}
        </p>
      )}
      {result.status === 'failed' && <Alert tone="error">{explain(result.error)}</Alert>}
    </div>
  )
}
