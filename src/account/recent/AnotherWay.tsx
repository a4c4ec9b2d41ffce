import { useState } from 'react'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { Alert } from '#ui/Alert.tsx'

/** Begins anew, to choose differently. */
export function AnotherWay({ begin }: { begin: () => Promise<void> }) {
  const text = useText()
  const [asked, setAsked] = useState<{ pending?: true; error?: unknown }>({})

  function press() {
    if (asked.pending) return
    setAsked({ pending: true })
    begin().then(
      () => setAsked({}),
      (error: unknown) => setAsked({ error }),
    )
  }

  return (
    <div className="stack-tight small">
      {'error' in asked && <Alert tone="error">{authErrorText(asked.error, text).message}</Alert>}
      <p>
        <button className="link-button" type="button" aria-busy={asked.pending} onClick={press}>
          {text('way.other')}
        </button>
      </p>
    </div>
  )
}
