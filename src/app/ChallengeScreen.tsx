import type { ReactNode } from 'react'
import type { Challenge } from '#auth/state.ts'
import { lazyPage } from './lazyPage.ts'

const ConfirmSignUpPage = lazyPage(
  () => import('#sign-up/ConfirmSignUpPage.tsx'),
  'ConfirmSignUpPage',
)
const ResetPasswordPage = lazyPage(
  () => import('#recovery/ResetPasswordPage.tsx'),
  'ResetPasswordPage',
)
const NewPasswordPage = lazyPage(() => import('#sign-in/NewPasswordPage.tsx'), 'NewPasswordPage')
const TotpCodePage = lazyPage(() => import('#sign-in/TotpCodePage.tsx'), 'TotpCodePage')
const SentCodePage = lazyPage(() => import('#sign-in/SentCodePage.tsx'), 'SentCodePage')
const PasswordPage = lazyPage(() => import('#sign-in/PasswordPage.tsx'), 'PasswordPage')
const PasskeyPage = lazyPage(() => import('#sign-in/PasskeyPage.tsx'), 'PasskeyPage')
const ChooseMethodPage = lazyPage(() => import('#sign-in/ChooseMethodPage.tsx'), 'ChooseMethodPage')
const SetUpTotpPage = lazyPage(() => import('#sign-in/SetUpTotpPage.tsx'), 'SetUpTotpPage')
const SetUpEmailPage = lazyPage(() => import('#sign-in/SetUpEmailPage.tsx'), 'SetUpEmailPage')
const CustomPage = lazyPage(() => import('#sign-in/CustomPage.tsx'), 'CustomPage')
const TrustDevicePage = lazyPage(() => import('#sign-in/TrustDevicePage.tsx'), 'TrustDevicePage')
const UnsupportedChallengePage = lazyPage(
  () => import('#sign-in/UnsupportedChallengePage.tsx'),
  'UnsupportedChallengePage',
)

/** The screen of each challenge. A kind without one does not compile. */
export function ChallengeScreen({ challenge }: { challenge: Challenge }): ReactNode {
  switch (challenge.kind) {
    case 'confirmSignUp':
      return <ConfirmSignUpPage challenge={challenge} />
    case 'resetPassword':
      return <ResetPasswordPage challenge={challenge} />
    case 'newPassword':
      return <NewPasswordPage challenge={challenge} />
    case 'totpCode':
      return <TotpCodePage challenge={challenge} />
    case 'sentCode':
      return <SentCodePage challenge={challenge} />
    case 'password':
      return <PasswordPage challenge={challenge} />
    case 'passkey':
      return <PasskeyPage challenge={challenge} />
    case 'chooseMethod':
      return <ChooseMethodPage challenge={challenge} />
    case 'setUpTotp':
      return <SetUpTotpPage challenge={challenge} />
    case 'setUpEmail':
      return <SetUpEmailPage challenge={challenge} />
    case 'custom':
      return <CustomPage challenge={challenge} />
    case 'trustDevice':
      return <TrustDevicePage challenge={challenge} />
    case 'unsupported':
      return <UnsupportedChallengePage challenge={challenge} />
  }
}
