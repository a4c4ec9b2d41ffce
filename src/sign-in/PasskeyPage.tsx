import { useEffect, useEffectEvent, useState } from 'react'
import { AuthError } from '#auth/errors.ts'
import type { ChallengeOf } from '#auth/state.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import type { Text } from '#i18n/text.ts'
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
  | { is: 'wrongSite' }
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
  const isOfNoUse = standing.is === 'unsupported' || standing.is === 'wrongSite'
  return (
    <StepPage
      title={text('passkey.title')}
      lead={text('passkey.lead')}
      failed={failed || isOfNoUse}
      otherWay={otherWays ? otherWay : undefined}
    >
      <div className="form">
        {standing.is === 'cancelled' && <Alert tone="note">{text('passkey.cancelled')}</Alert>}
        {isOfNoUse && <Alert tone="error">{text(`passkey.${standing.is}`)}</Alert>}
        {failed && <Alert tone="error">{failureText(standing.error, text)}</Alert>}
        {!isOfNoUse && (
          <Button pending={standing.is === 'asking'} onClick={press}>
            {text('passkey.submit')}
          </Button>
        )}
      </div>
    </StepPage>
  )
}

function failureText(error: unknown, text: Text): string {
  if (error instanceof AuthError) {
    if (error.code === 'startedAgain') return text('passkey.startedAgain')
    const isRefusal = error.code === 'incorrectCredentials' || error.code === 'notPermitted'
    return isRefusal ? text('passkey.refused') : authErrorText(error, text).message
  }
  // What an authenticator could not do, too: browsers say so by an error.
  return error instanceof Error ? text('passkey.refused') : authErrorText(error, text).message
}
