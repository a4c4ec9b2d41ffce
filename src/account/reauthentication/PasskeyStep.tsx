import type { PasskeyOptions } from '#auth/state.ts'
import { usePasskey } from '#auth/usePasskey.ts'
import { passkeyFailureText } from '#i18n/passkeyText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Button } from '#ui/Button.tsx'
import { TryAnotherMethod } from './TryAnotherMethod.tsx'
import type { StepProps } from './ReauthenticateForm.tsx'

export function PasskeyStep({ options, answer, begin }: StepProps & { options: PasskeyOptions }) {
  const t = useTranslate()
  const { state, authenticate } = usePasskey(options, (credential) =>
    answer({ kind: 'passkey', credential }),
  )
  const isOfNoUse = state.status === 'unsupported' || state.status === 'wrongSite'
  return (
    <div className="form">
      <p>{t('passkey.lead')}</p>
      {state.status === 'cancelled' && <Alert tone="note">{t('passkey.cancelled')}</Alert>}
      {isOfNoUse && <Alert tone="error">{t(`passkey.${state.status}`)}</Alert>}
      {state.status === 'failed' && (
        <Alert tone="error">{passkeyFailureText(state.error, t)}</Alert>
      )}
      {/* A passkey that was refused ends what it was an answer to. */}
      {!isOfNoUse && state.status !== 'failed' && (
        <Button pending={state.status === 'asking'} onClick={authenticate}>
          {t('passkey.submit')}
        </Button>
      )}
      <TryAnotherMethod begin={begin} />
    </div>
  )
}
