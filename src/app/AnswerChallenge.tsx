import { use } from 'react'
import { Navigate, useLocation } from 'react-router-dom'
import { useAuth, useAuthState } from '#auth/AuthProvider.tsx'
import { paths } from '#paths.ts'
import { ChallengeScreen } from './ChallengeScreen.tsx'
import { challengePath } from './challengePath.ts'

/** Shows a step only while Cognito asks for it: an address alone skips nothing. */
export function AnswerChallenge() {
  use(useAuth().restored)
  const state = useAuthState()
  const { pathname, search } = useLocation()
  if (state.status !== 'challenge') {
    return <Navigate to={{ pathname: paths.signIn, search }} replace />
  }
  const { challenge } = state
  const path = challengePath[challenge.kind]
  if (pathname === path) return <ChallengeScreen challenge={challenge} />
  // The answer to this step posed the next one.
  return <Navigate to={{ pathname: path, search }} replace />
}
