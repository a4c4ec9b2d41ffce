import type { ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider'
import type { Challenge } from './challenge.ts'
import { newPasswordRequired } from './newPasswordRequired.ts'
import { passwordVerifier } from './passwordVerifier.ts'

/** The challenges that are ever given here, and so can be answered. */
export const challenges: Partial<Record<ChallengeNameType, Challenge>> = {
  PASSWORD_VERIFIER: passwordVerifier,
  NEW_PASSWORD_REQUIRED: newPasswordRequired,
}
