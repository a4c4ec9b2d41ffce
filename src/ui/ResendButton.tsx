import { useState } from 'react'
import { Alert } from './Alert.tsx'
import { Icon } from './Icon.tsx'
import { useAnnounce } from './LiveRegion.tsx'
import { useCooldown } from './useCooldown.ts'

interface ResendButtonProps<Sent> {
  /** Tells one pause from another: the kind of code and for whom. */
  name: string
  words: {
    label: string
    wait: (seconds: number) => string
    waitSpoken: (seconds: number) => string
    /** Says that the code is on its way. */
    sent: (sent: Sent) => string
  }
  /** @returns what is known of the code that is on its way. */
  resend: () => Promise<Sent>
  explain: (error: unknown) => string
}

/** What came of the last press. Kept instead of the words for it, which follow the language. */
type Result<Sent> =
  | { is: 'idle' }
  | { is: 'pending' }
  | { is: 'sent'; sent: Sent }
  | { is: 'refused'; error: unknown }

/** Sends another code, at most every 30 seconds; a code was just sent when this appears. */
export function ResendButton<Sent>({ name, words, resend, explain }: ResendButtonProps<Sent>) {
  const { secondsLeft, restart } = useCooldown(name, 30)
  const [result, setResult] = useState<Result<Sent>>({ is: 'idle' })
  const announce = useAnnounce()
  const pending = result.is === 'pending'

  function press() {
    if (pending) return
    if (secondsLeft > 0) {
      announce(words.waitSpoken(secondsLeft))
      return
    }
    setResult({ is: 'pending' })
    resend().then(
      (sent) => {
        restart()
        announce(words.sent(sent))
        setResult({ is: 'sent', sent })
      },
      (error: unknown) => setResult({ is: 'refused', error }),
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
        {words.label}
        {/* Hidden from screen readers, which would speak it anew every second. */}
        {secondsLeft > 0 && <span aria-hidden="true"> {words.wait(secondsLeft)}</span>}
      </button>
      {result.is === 'sent' && (
        <p className="resend-sent">
          <Icon name="check" />
          {words.sent(result.sent)}
        </p>
      )}
      {result.is === 'refused' && <Alert tone="error">{explain(result.error)}</Alert>}
    </div>
  )
}
