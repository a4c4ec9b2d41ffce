import { useState } from 'react'
import { Alert } from './Alert.tsx'
import { Icon } from './Icon.tsx'
import { useAnnounce } from './LiveRegion.tsx'
import { useCooldown } from './useCooldown.ts'

interface ResendButtonProps {
  /** Tells one pause from another: the kind of code and for whom. */
  name: string
  words: {
    label: string
    wait: (seconds: number) => string
    waitSpoken: (seconds: number) => string
  }
  /** @returns what to say when the code is on its way. */
  resend: () => Promise<string>
  explain: (error: unknown) => string
}

/** Sends another code, at most every 30 seconds; a code was just sent when this appears. */
export function ResendButton({ name, words, resend, explain }: ResendButtonProps) {
  const { secondsLeft, restart } = useCooldown(name, 30)
  const [result, setResult] = useState<{ sent?: string; error?: string; pending?: true }>({})
  const announce = useAnnounce()

  function press() {
    if (result.pending) return
    if (secondsLeft > 0) {
      announce(words.waitSpoken(secondsLeft))
      return
    }
    setResult({ pending: true })
    resend().then(
      (sent) => {
        restart()
        announce(sent)
        setResult({ sent })
      },
      (error: unknown) => setResult({ error: explain(error) }),
    )
  }

  return (
    <div className="resend">
      <button
        className="link-button"
        type="button"
        aria-disabled={secondsLeft > 0 || result.pending}
        aria-busy={result.pending}
        onClick={press}
      >
        {words.label}
        {/* Hidden from screen readers, which would speak it anew every second. */}
        {secondsLeft > 0 && <span aria-hidden="true"> {words.wait(secondsLeft)}</span>}
      </button>
      {result.sent !== undefined && (
        <p className="resend-sent">
          <Icon name="check" />
          {result.sent}
        </p>
      )}
      {result.error !== undefined && <Alert tone="error">{result.error}</Alert>}
    </div>
  )
}
