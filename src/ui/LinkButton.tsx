import { useState } from 'react'
import { Alert } from './Alert.tsx'

interface LinkButtonProps {
  label: string
  /** Not called again before it has settled. */
  onPress: () => Promise<void>
  /** The message for an error that `onPress` rejected with. */
  explain: (error: unknown) => string
}

type Result = { status: 'idle' | 'pending' } | { status: 'failed'; error: unknown }

/** A button that looks like a link, for actions beside links. Shows an error if its action fails. */
export function LinkButton({ label, onPress, explain }: LinkButtonProps) {
  const [result, setResult] = useState<Result>({ status: 'idle' })
  const pending = result.status === 'pending'

  function press() {
    if (pending) return
    setResult({ status: 'pending' })
    onPress().then(
      () => setResult({ status: 'idle' }),
      (error: unknown) => setResult({ status: 'failed', error }),
    )
  }

  return (
    <>
      {result.status === 'failed' && <Alert tone="error">{explain(result.error)}</Alert>}
      <button className="link-button" type="button" aria-busy={pending} onClick={press}>
        {label}
      </button>
    </>
  )
}
