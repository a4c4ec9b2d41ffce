import { Link, useLocation } from 'react-router-dom'
import type { Challenge, Method } from '#auth/state.ts'
import { SentCodeForm, TotpCodeForm } from '#challenges/CodeForm.tsx'
import { MethodChoice } from '#challenges/MethodChoice.tsx'
import { PasskeyForm } from '#challenges/PasskeyForm.tsx'
import { PasswordForm } from '#challenges/PasswordForm.tsx'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { paths } from '#paths.ts'
import { CustomChallengePage } from './CustomChallengePage.tsx'
import { NewPasswordPage } from './NewPasswordPage.tsx'
import { SetUpEmailPage } from './SetUpEmailPage.tsx'
import { SetUpTotpPage } from './SetUpTotpPage.tsx'
import { StepPage } from './StepPage.tsx'
import { TrustDevicePage } from './TrustDevicePage.tsx'
import { UnsupportedChallengePage } from './UnsupportedChallengePage.tsx'

type SignInChallenge = Exclude<Challenge, { kind: 'confirmSignUp' | 'resetPassword' }>

/** Cognito's names of second factors, which follow another method. */
const secondFactors: ReadonlySet<Method> = new Set(['SMS_MFA', 'SOFTWARE_TOKEN_MFA'])

/** Shows the page of a sign-in's challenge. A kind of challenge without a page does not compile. */
export function SignInStepPage({ challenge }: { challenge: SignInChallenge }) {
  const t = useTranslate()
  const { search } = useLocation()
  const { username } = challenge
  const frame = {
    Frame: StepPage,
    tryAnotherMethod:
      'hasAlternatives' in challenge && challenge.hasAlternatives
        ? challenge.tryAnotherMethod
        : undefined,
  }
  switch (challenge.kind) {
    case 'totpCode':
      return (
        <TotpCodeForm
          {...frame}
          challenge={challenge}
          onSubmit={(code) => challenge.answer({ code })}
          submitLabel={t('totp.submit')}
        />
      )
    case 'sentCode':
      return (
        <SentCodeForm
          {...frame}
          challenge={challenge}
          onSubmit={(code) => challenge.answer({ code })}
          submitLabel={t('sentCode.submit')}
        />
      )
    case 'password':
      return (
        <PasswordForm
          {...frame}
          username={username}
          lead={t('askPassword.lead', { username })}
          onSubmit={(password) => challenge.answer({ password })}
          submitLabel={t('askPassword.submit')}
          aside={
            <Link to={{ pathname: paths.forgotPassword, search }} state={{ username }}>
              {t('signIn.forgot')}
            </Link>
          }
        />
      )
    case 'passkey':
      return (
        <PasskeyForm
          {...frame}
          options={challenge.options}
          onSubmit={(credential) => challenge.answer({ credential })}
          startsAtOnce
        />
      )
    case 'chooseMethod': {
      const { methods, setUp } = challenge
      const hasSecondFactor = methods.some((method) => secondFactors.has(method))
      const chooseTitle = hasSecondFactor ? 'choose.titleSecond' : 'choose.title'
      return (
        <MethodChoice
          {...frame}
          title={t(setUp ? 'choose.titleSetUp' : chooseTitle)}
          lead={setUp ? t('choose.leadSetUp') : t('choose.lead', { username })}
          methods={methods}
          onSubmit={(method) => challenge.answer({ method })}
        />
      )
    }
    case 'newPassword':
      return <NewPasswordPage challenge={challenge} />
    case 'setUpTotp':
      return <SetUpTotpPage challenge={challenge} />
    case 'setUpEmail':
      return <SetUpEmailPage challenge={challenge} />
    case 'custom':
      return <CustomChallengePage challenge={challenge} />
    case 'trustDevice':
      return <TrustDevicePage challenge={challenge} />
    case 'unsupported':
      return <UnsupportedChallengePage challenge={challenge} />
  }
}
