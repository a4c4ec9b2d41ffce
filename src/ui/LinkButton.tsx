import { useState } from 'react'
import { Alert } from './Alert.tsx'

interface LinkButtonProps {
  label: string
  /** Not asked again before it has settled. What it rejects with is said here. */
  onPress: () => Promise<void>
  explain: (error: unknown) => string
}

/** A way aside that has to be asked for: looks like the links beside it, and says why it failed. */
export function LinkButton({ label, onPress, explain }: LinkButtonProps) {
  const [asked, setAsked] = useState<{ pending?: true; error?: unknown }>({})

  function press() {
    if (asked.pending) return
    setAsked({ pending: true })
    onPress().then(
      () => setAsked({}),
      (error: unknown) => setAsked({ error }),
    )
  }

  return (
    <>
      {'error' in asked && <Alert tone="error">{explain(asked.error)}</Alert>}
      <button className="link-button" type="button" aria-busy={asked.pending} onClick={press}>
        {label}
      </button>
    </>
  )
}
