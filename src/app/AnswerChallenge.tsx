import { use, type ReactNode } from 'react'
import { Navigate, useLocation } from 'react-router-dom'
import { useAuth, useAuthState } from '#auth/AuthProvider.tsx'
import type { Challenge } from '#auth/state.ts'
import { paths } from '#paths.ts'
import { challengePath } from './challengePath.ts'

interface Props<Kind extends Challenge['kind']> {
  kind: Kind
  children: (challenge: Extract<Challenge, { kind: Kind }>) => ReactNode
}

/** Shows a step only while Cognito asks for it: an address alone skips nothing. */
export function AnswerChallenge<Kind extends Challenge['kind']>({ kind, children }: Props<Kind>) {
  use(useAuth().restored)
  const state = useAuthState()
  const { search } = useLocation()
  if (state.status !== 'challenge') {
    return <Navigate to={{ pathname: paths.signIn, search }} replace />
  }
  const { challenge } = state
  if (isKind(challenge, kind)) return children(challenge)
  // The answer to this step posed the next one.
  return <Navigate to={{ pathname: challengePath[challenge.kind], search }} replace />
}

function isKind<Kind extends Challenge['kind']>(
  challenge: Challenge,
  kind: Kind,
): challenge is Extract<Challenge, { kind: Kind }> {
  return challenge.kind === kind
}
