import { useEffect, useEffectEvent } from 'react'
import type { ChallengeOf } from '#auth/state.ts'
import { usePasskey } from '#auth/usePasskey.ts'
import { passkeyFailureText } from '#i18n/passkeyText.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Button } from '#ui/Button.tsx'
import { StepPage } from './StepPage.tsx'

/** WEB_AUTHN: the browser asks for a passkey, at once where it lets us. */
export function PasskeyPage({ challenge }: { challenge: ChallengeOf<'passkey'> }) {
  const text = useText()
  const { options, otherWays, otherWay, answer } = challenge
  const { standing, ask } = usePasskey(options, (credential) => answer({ credential }))

  const askAtOnce = useEffectEvent(() => {
    // Safari wants a gesture for it; coming here by a click is one, for a moment.
    if (navigator.userActivation?.isActive) ask()
  })

  useEffect(() => {
    const starting = setTimeout(askAtOnce)
    return () => clearTimeout(starting)
  }, [])

  const failed = standing.is === 'failed'
  const isOfNoUse = standing.is === 'unsupported' || standing.is === 'wrongSite'
  return (
    <StepPage
      title={text('passkey.title')}
      lead={isOfNoUse ? undefined : text('passkey.lead')}
      failed={failed || isOfNoUse}
      otherWay={otherWays ? otherWay : undefined}
    >
      <div className="form">
        {standing.is === 'cancelled' && <Alert tone="note">{text('passkey.cancelled')}</Alert>}
        {isOfNoUse && <Alert tone="error">{text(`passkey.${standing.is}`)}</Alert>}
        {failed && <Alert tone="error">{passkeyFailureText(standing.error, text)}</Alert>}
        {!isOfNoUse && (
          <Button pending={standing.is === 'asking'} onClick={ask}>
            {text('passkey.submit')}
          </Button>
        )}
      </div>
    </StepPage>
  )
}
