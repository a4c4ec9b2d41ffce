/** Chunk of the pages around a sign-in: every challenge, sign-up, recovery and link page. */
import { use } from 'react'
import { Navigate, useLocation } from 'react-router-dom'
import { useAuth, useAuthState } from '#auth/AuthProvider.tsx'
import { stepMessages } from '#i18n/en/steps.ts'
import { extendEnglish } from '#i18n/translate.ts'
import { challengePaths, paths } from '#paths.ts'
import { ResetLinkPage } from '#recovery/ResetLinkPage.tsx'
import { ResetPasswordPage } from '#recovery/ResetPasswordPage.tsx'
import { MagicLinkPage } from '#sign-in/MagicLinkPage.tsx'
import { SignInStepPage } from '#sign-in/SignInStepPage.tsx'
import { ConfirmLinkPage } from '#sign-up/ConfirmLinkPage.tsx'
import { ConfirmSignUpPage } from '#sign-up/ConfirmSignUpPage.tsx'
import { useEmailLink, useMagicLinkToken } from './linkParameters.ts'

export { CallbackPage } from '#sign-in/CallbackPage.tsx'
export { ForgotPasswordPage } from '#recovery/ForgotPasswordPage.tsx'
export { SignUpPage } from '#sign-up/SignUpPage.tsx'
export { AccountDeletedPage } from './pages/AccountDeletedPage.tsx'
export { NotFoundPage } from './pages/NotFoundPage.tsx'

extendEnglish(stepMessages)

/** Shows the pending challenge at its address; without one, redirects to the sign-in page. */
export function ChallengePage() {
  use(useAuth().restored)
  const state = useAuthState()
  const { pathname, search } = useLocation()
  if (state.status !== 'challenge') {
    return <Navigate to={{ pathname: paths.signIn, search }} replace />
  }
  const { challenge } = state
  const path = challengePaths[challenge.kind]
  if (pathname !== path) return <Navigate to={{ pathname: path, search }} replace />
  switch (challenge.kind) {
    case 'confirmSignUp':
      return <ConfirmSignUpPage challenge={challenge} />
    case 'resetPassword':
      return <ResetPasswordPage challenge={challenge} />
    default:
      return <SignInStepPage challenge={challenge} />
  }
}

export function ConfirmLink() {
  return <ConfirmLinkPage link={useEmailLink()} />
}

export function ResetLink() {
  return <ResetLinkPage link={useEmailLink()} />
}

export function MagicLink() {
  const [token, forget] = useMagicLinkToken()
  return <MagicLinkPage token={token} onUsed={forget} />
}
