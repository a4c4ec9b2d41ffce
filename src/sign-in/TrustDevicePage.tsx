import { useState } from 'react'
import type { ChallengeOf } from '#auth/state.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Button } from '#ui/Button.tsx'
import { StepPage } from './StepPage.tsx'

/** The pool remembers devices whose owners say so: next time, the second step is spared. */
export function TrustDevicePage({ challenge }: { challenge: ChallengeOf<'trustDevice'> }) {
  const text = useText()
  const [chosen, setChosen] = useState<{ pending?: boolean; error?: unknown }>({})

  function choose(trust: boolean) {
    if (chosen.pending !== undefined) return
    setChosen({ pending: trust })
    challenge.answer({ trust }).catch((error: unknown) => setChosen({ error }))
  }

  return (
    <StepPage title={text('trust.title')} lead={text('trust.lead')} failed={'error' in chosen}>
      {'error' in chosen && <Alert tone="error">{authErrorText(chosen.error, text).message}</Alert>}
      <div className="form">
        <Button pending={chosen.pending === true} onClick={() => choose(true)}>
          {text('trust.yes')}
        </Button>
        <Button look="secondary" pending={chosen.pending === false} onClick={() => choose(false)}>
          {text('trust.no')}
        </Button>
      </div>
    </StepPage>
  )
}
