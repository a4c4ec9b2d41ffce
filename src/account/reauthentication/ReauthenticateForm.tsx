import { useState } from 'react'
import { useSession } from '#auth/AuthProvider.tsx'
import type { Answer, Reauthentication } from '#auth/state.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { StartStep } from './StartStep.tsx'
import { ChooseStep } from './ChooseStep.tsx'
import { CodeStep } from './CodeStep.tsx'
import { PasskeyStep } from './PasskeyStep.tsx'
import { PasswordStep } from './PasswordStep.tsx'

type Asked = NonNullable<Reauthentication['challenge']>

interface ReauthenticateFormProps {
  /** What Cognito has asked already, if it has. */
  first: Asked | undefined
  onDone: () => void
}

/** Has the person prove once more that it is them, by what the pool has for it. */
export function ReauthenticateForm({ first, onDone }: ReauthenticateFormProps) {
  const { flow, password, acrValues, recentMinutes } = useConfig().signIn
  const { reauthenticate, stepUp, answerReauthentication } = useSession()
  const [asked, setAsked] = useState(first)

  function proceed({ challenge }: Reauthentication) {
    if (challenge) setAsked(challenge)
    else onDone()
  }

  const begin = async () =>
    proceed(
      await stepUp({
        maxAgeSeconds: recentMinutes * 60,
        ...(acrValues !== undefined && { acrValues }),
      }),
    )
  const answer = async (given: Answer) => proceed(await answerReauthentication(given))

  if (asked) return <Step asked={asked} answer={answer} begin={begin} />
  if (flow === 'USER_AUTH') return <StartStep begin={begin} />
  // What the pool's own functions ask is for its own screens.
  if (flow === 'CUSTOM_AUTH' && !password) return <Afresh />
  return <PasswordStep send={async (given) => proceed(await reauthenticate(given))} />
}

export interface StepProps {
  answer: (given: Answer) => Promise<void>
  /** Begins anew: with another code, or another way. */
  begin: () => Promise<void>
}

function Step({ asked, answer, begin }: StepProps & { asked: Asked }) {
  switch (asked.kind) {
    case 'password':
      return <PasswordStep send={(password) => answer({ kind: 'password', password })} />
    case 'totpCode':
    case 'sentCode':
      return <CodeStep asked={asked} answer={answer} begin={begin} />
    case 'passkey':
      return (
        <PasskeyStep
          key={asked.options.challenge}
          options={asked.options}
          answer={answer}
          begin={begin}
        />
      )
    case 'chooseMethod':
      return <ChooseStep methods={asked.methods} answer={answer} />
    default:
      return <Afresh />
  }
}

function Afresh() {
  return <Alert tone="note">{useTranslate()('stepUp.afresh')}</Alert>
}
