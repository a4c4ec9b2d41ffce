import { useEffect, useEffectEvent } from 'react'
import type { ChallengeOf } from '#auth/state.ts'
import { usePasskey } from '#auth/usePasskey.ts'
import { passkeyFailureText } from '#i18n/passkeyText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Button } from '#ui/Button.tsx'
import { StepPage } from './StepPage.tsx'

/** WEB_AUTHN: the browser asks for a passkey, at once where it lets us. */
export function PasskeyPage({ challenge }: { challenge: ChallengeOf<'passkey'> }) {
  const t = useTranslate()
  const { options, hasAlternatives, tryAnotherMethod, answer } = challenge
  const { state, authenticate } = usePasskey(options, (credential) => answer({ credential }))

  const askAtOnce = useEffectEvent(() => {
    // Safari wants a gesture for it; coming here by a click is one, for a moment.
    if (navigator.userActivation?.isActive) authenticate()
  })

  useEffect(() => {
    const starting = setTimeout(askAtOnce)
    return () => clearTimeout(starting)
  }, [])

  const failed = state.status === 'failed'
  const isOfNoUse = state.status === 'unsupported' || state.status === 'wrongSite'
  return (
    <StepPage
      title={t('passkey.title')}
      lead={isOfNoUse ? undefined : t('passkey.lead')}
      failed={failed || isOfNoUse}
      tryAnotherMethod={hasAlternatives ? tryAnotherMethod : undefined}
    >
      <div className="form">
        {state.status === 'cancelled' && <Alert tone="note">{t('passkey.cancelled')}</Alert>}
        {isOfNoUse && <Alert tone="error">{t(`passkey.${state.status}`)}</Alert>}
        {failed && <Alert tone="error">{passkeyFailureText(state.error, t)}</Alert>}
        {!isOfNoUse && (
          <Button pending={state.status === 'asking'} onClick={authenticate}>
            {t('passkey.submit')}
          </Button>
        )}
      </div>
    </StepPage>
  )
}
