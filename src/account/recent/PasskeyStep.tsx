import type { PasskeyOptions } from '#auth/state.ts'
import { usePasskey } from '#auth/usePasskey.ts'
import { passkeyFailureText } from '#i18n/passkeyText.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Button } from '#ui/Button.tsx'
import { AnotherWay } from './AnotherWay.tsx'
import type { StepProps } from './ReauthenticateForm.tsx'

export function PasskeyStep({ options, answer, begin }: StepProps & { options: PasskeyOptions }) {
  const text = useText()
  const { standing, ask } = usePasskey(options, (credential) =>
    answer({ kind: 'passkey', credential }),
  )
  const isOfNoUse = standing.is === 'unsupported' || standing.is === 'wrongSite'
  return (
    <div className="form">
      <p>{text('passkey.lead')}</p>
      {standing.is === 'cancelled' && <Alert tone="note">{text('passkey.cancelled')}</Alert>}
      {isOfNoUse && <Alert tone="error">{text(`passkey.${standing.is}`)}</Alert>}
      {standing.is === 'failed' && (
        <Alert tone="error">{passkeyFailureText(standing.error, text)}</Alert>
      )}
      {/* A passkey that was refused ends what it was an answer to. */}
      {!isOfNoUse && standing.is !== 'failed' && (
        <Button pending={standing.is === 'asking'} onClick={ask}>
          {text('passkey.submit')}
        </Button>
      )}
      <AnotherWay begin={begin} />
    </div>
  )
}
