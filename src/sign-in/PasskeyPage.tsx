import { useEffect, useEffectEvent, useState } from 'react'
import { AuthError } from '#auth/errors.ts'
import type { ChallengeOf } from '#auth/state.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Button } from '#ui/Button.tsx'
import { askAuthenticator, stopAsking } from '#auth/askAuthenticator.ts'
import { StepPage } from './StepPage.tsx'

type Standing =
  | { is: 'ready' }
  | { is: 'asking' }
  | { is: 'cancelled' }
  | { is: 'unsupported' }
  | { is: 'failed'; error: unknown }

/** WEB_AUTHN: the browser asks for a passkey, at once where it lets us. */
export function PasskeyPage({ challenge }: { challenge: ChallengeOf<'passkey'> }) {
  const text = useText()
  const { otherWays, otherWay } = challenge
  const [standing, setStanding] = useState<Standing>(() => ({
    // Safari wants a gesture for it; coming here by a click is one, for a moment.
    is: navigator.userActivation?.isActive ? 'asking' : 'ready',
  }))

  async function ask(): Promise<void> {
    try {
      const asked = await askAuthenticator(challenge.options)
      if (asked.is === 'given') await challenge.answer({ credential: asked.credential })
      else setStanding(asked)
    } catch (error) {
      setStanding({ is: 'failed', error })
    }
  }

  const askAtOnce = useEffectEvent(() => {
    if (standing.is === 'asking') void ask()
  })

  useEffect(() => {
    const starting = setTimeout(askAtOnce)
    return () => {
      clearTimeout(starting)
      stopAsking()
    }
  }, [])

  function press() {
    setStanding({ is: 'asking' })
    void ask()
  }

  const failed = standing.is === 'failed'
  return (
    <StepPage
      title={text('passkey.title')}
      lead={text('passkey.lead')}
      failed={failed}
      otherWay={otherWays ? otherWay : undefined}
    >
      <div className="form">
        {standing.is === 'cancelled' && <Alert tone="note">{text('passkey.cancelled')}</Alert>}
        {standing.is === 'unsupported' && <Alert tone="error">{text('passkey.unsupported')}</Alert>}
        {failed && (
          <Alert tone="error">
            {isRefusal(standing.error)
              ? text('passkey.refused')
              : authErrorText(standing.error, text).message}
          </Alert>
        )}
        <Button pending={standing.is === 'asking'} onClick={press}>
          {text('passkey.submit')}
        </Button>
      </div>
    </StepPage>
  )
}

/** What the browser would not even ask for (a passkey of another site), and what Cognito did not accept. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof AuthError)) return error instanceof Error
  return error.code === 'incorrectCredentials' || error.code === 'notPermitted'
}
