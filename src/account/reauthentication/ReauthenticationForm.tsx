import { useState } from 'react'
import { useSession } from '#auth/AuthProvider.tsx'
import { AuthError } from '#auth/errors.ts'
import type { Answer, Reauthentication } from '#auth/state.ts'
import { SentCodeForm, TotpCodeForm } from '#challenges/CodeForm.tsx'
import type { FrameProps } from '#challenges/challengeFormProps.ts'
import { MethodChoice } from '#challenges/MethodChoice.tsx'
import { PasskeyForm } from '#challenges/PasskeyForm.tsx'
import { PasswordForm } from '#challenges/PasswordForm.tsx'
import { useConfig } from '#config/ConfigProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Button } from '#ui/Button.tsx'
import { Form } from '#ui/Form.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { useForm } from '#ui/useForm.ts'

type ReauthenticationChallenge = NonNullable<Reauthentication['challenge']>

interface ReauthenticationFormProps {
  /** The challenge that Cognito has already returned, if any. */
  initialChallenge: ReauthenticationChallenge | undefined
  /** Asks for everything again, so that the session begins anew, whatever level it has reached. */
  afresh?: boolean
  onDone: () => void
}

/** Verifies the user again by the methods of the pool. */
export function ReauthenticationForm(props: ReauthenticationFormProps) {
  const { initialChallenge, afresh = false, onDone } = props
  const { flow, password, acrValues, recentMinutes } = useConfig().signIn
  const { reauthenticate, stepUp, answerReauthentication } = useSession()
  const [challenge, setChallenge] = useState(initialChallenge)

  function proceed(result: Reauthentication) {
    if (result.challenge) setChallenge(result.challenge)
    else onDone()
  }

  const start = async () =>
    proceed(
      await stepUp({
        maxAgeSeconds: recentMinutes * 60,
        ...(acrValues !== undefined && !afresh && { acrValues }),
      }),
    )
  const answer = async (response: Answer) => proceed(await answerReauthentication(response))

  if (challenge) {
    return <ReauthenticationStep challenge={challenge} answer={answer} restart={start} />
  }
  if (flow === 'USER_AUTH') return <StartForm start={start} />
  // A custom challenge needs its own page, which the dialog cannot show.
  if (flow === 'CUSTOM_AUTH' && !password) return <SignInAgainNotice />
  return <CurrentPasswordForm onSubmit={async (typed) => proceed(await reauthenticate(typed))} />
}

interface ReauthenticationStepProps {
  challenge: ReauthenticationChallenge
  answer: (response: Answer) => Promise<void>
  /** Starts again, for another code or another method; left out where that is not offered. */
  restart?: () => Promise<void>
}

/** The form of one challenge in the dialog. */
export function ReauthenticationStep({ challenge, answer, restart }: ReauthenticationStepProps) {
  const t = useTranslate()
  const submitLabel = t('stepUp.submit')
  const frame = {
    Frame: DialogFrame,
    tryAnotherMethod:
      'hasAlternatives' in challenge && challenge.hasAlternatives ? restart : undefined,
  }
  switch (challenge.kind) {
    case 'password':
      return <CurrentPasswordForm onSubmit={(password) => answer({ kind: 'password', password })} />
    case 'totpCode':
      return (
        <TotpCodeForm
          {...frame}
          challenge={challenge}
          onSubmit={(code) => answer({ kind: 'totpCode', code })}
          submitLabel={submitLabel}
        />
      )
    case 'sentCode':
      return (
        <SentCodeForm
          {...frame}
          challenge={challenge}
          onSubmit={(code) => answer({ kind: 'sentCode', code })}
          submitLabel={submitLabel}
        />
      )
    case 'passkey':
      return (
        <PasskeyForm
          {...frame}
          key={challenge.options.challenge}
          // A rejected passkey ends the challenge, so starting again must be possible.
          tryAnotherMethod={restart}
          canRetry={false}
          options={challenge.options}
          onSubmit={(credential) => answer({ kind: 'passkey', credential })}
        />
      )
    case 'chooseMethod':
      return (
        <MethodChoice
          {...frame}
          title=""
          lead={t('stepUp.choose')}
          methods={challenge.methods}
          onSubmit={(method) => answer({ kind: 'chooseMethod', method })}
        />
      )
    default:
      return <SignInAgainNotice />
  }
}

/** Frame without a title, because the dialog shows one. */
function DialogFrame({ lead, tryAnotherMethod, children }: FrameProps) {
  const t = useTranslate()
  return (
    <div className="form">
      {lead !== undefined && <p>{lead}</p>}
      {children}
      {tryAnotherMethod && (
        <div className="stack-tight small">
          <LinkButton
            label={t('method.other')}
            onPress={tryAnotherMethod}
            explain={(error) => authErrorText(error, t).message}
          />
        </div>
      )}
    </div>
  )
}

function CurrentPasswordForm({ onSubmit }: { onSubmit: (password: string) => Promise<void> }) {
  const t = useTranslate()
  const { email, username } = useSession()
  return (
    <>
      <PasswordForm
        Frame={DialogFrame}
        username={email ?? username}
        lead={t('stepUp.lead')}
        onSubmit={onSubmit}
        submitLabel={t('stepUp.submit')}
      />
      <p className="soft small">{t('stepUp.elsewhere')}</p>
    </>
  )
}

/** Starts at a press of the button, so that no code is sent and no passkey prompt opens by itself. */
function StartForm({ start }: { start: () => Promise<void> }) {
  const t = useTranslate()
  const form = useForm({
    check: () => [],
    submit: start,
    explain: (error) =>
      error instanceof AuthError && error.code === 'invalidInput'
        ? { message: t('stepUp.outOfReach') }
        : authErrorText(error, t),
  })
  return (
    <>
      <p>{t('stepUp.leadAnyWay')}</p>
      <Form form={form}>
        <Button type="submit" pending={form.pending}>
          {t('stepUp.submit')}
        </Button>
      </Form>
    </>
  )
}

function SignInAgainNotice() {
  return <Alert tone="note">{useTranslate()('stepUp.afresh')}</Alert>
}
