import { useEffect, useEffectEvent } from 'react'
import type { PasskeyOptions } from '#auth/state.ts'
import { usePasskey } from '#auth/usePasskey.ts'
import { passkeyFailureText } from '#i18n/passkeyText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Button } from '#ui/Button.tsx'
import type { ChallengeFormProps } from './challengeFormProps.ts'

interface PasskeyFormProps extends ChallengeFormProps {
  options: PasskeyOptions
  onSubmit: (credential: string) => Promise<void>
  /** Opens the browser's prompt without a press of the button, if the browser allows it. */
  startsAtOnce?: boolean
  /** Whether the same options can be tried again after a refusal. */
  canRetry?: boolean
}

/** WEB_AUTHN: asks for a passkey, through the browser's prompt. */
export function PasskeyForm(props: PasskeyFormProps) {
  const {
    options,
    onSubmit,
    startsAtOnce = false,
    canRetry = true,
    Frame,
    tryAnotherMethod,
  } = props
  const t = useTranslate()
  const { state, authenticate } = usePasskey(options, onSubmit)

  const start = useEffectEvent(() => {
    // Safari requires a user gesture. The click that led here counts as one for a short time.
    if (startsAtOnce && navigator.userActivation?.isActive) authenticate()
  })

  useEffect(() => {
    const starting = setTimeout(start)
    return () => clearTimeout(starting)
  }, [])

  const failed = state.status === 'failed'
  const isImpossible = state.status === 'unsupported' || state.status === 'wrongSite'
  return (
    <Frame
      title={t('passkey.title')}
      lead={isImpossible ? undefined : t('passkey.lead')}
      failed={failed || isImpossible}
      tryAnotherMethod={tryAnotherMethod}
    >
      <div className="form">
        {state.status === 'cancelled' && <Alert tone="note">{t('passkey.cancelled')}</Alert>}
        {isImpossible && <Alert tone="error">{t(`passkey.${state.status}`)}</Alert>}
        {failed && <Alert tone="error">{passkeyFailureText(state.error, t)}</Alert>}
        {!isImpossible && (canRetry || !failed) && (
          <Button pending={state.status === 'asking'} onClick={authenticate}>
            {t('passkey.submit')}
          </Button>
        )}
      </div>
    </Frame>
  )
}
