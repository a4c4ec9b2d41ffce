import type { SignedOut, TabMemory } from '#vault/protocol/messages.ts'
import * as is from '#vault/protocol/validators.ts'
import type { PendingChallenge } from './pendingChallenge.ts'

/** A challenge whose code is in an email survives a reload; the others are lost with the vault. */
export function memoryOf({ challenge }: PendingChallenge): Omit<TabMemory, 'browserSessionId'> {
  return challenge.kind === 'confirmSignUp' || challenge.kind === 'resetPassword'
    ? { pending: challenge }
    : { interrupted: challenge.username }
}

const delivery = is.isShape({ destination: is.isString, medium: is.isOneOf('EMAIL', 'SMS') })
const challengeShape = { username: is.isString, codeLength: is.isNumber }

/** Checks a stored challenge: one that another version of this page stored is dropped. */
const isStoredChallenge = is.isEither(
  is.isShape({ ...challengeShape, kind: is.isOneOf('confirmSignUp') }, { delivery }),
  is.isShape(
    { ...challengeShape, kind: is.isOneOf('resetPassword'), required: is.isBoolean },
    { delivery },
  ),
)

/** Restores a challenge as concealed: what the tab stored can be read, so it must not say whether it was. */
export function restoreState({
  pending,
  interrupted: username,
}: TabMemory): SignedOut | { status: 'challenge'; pending: PendingChallenge } {
  if (isStoredChallenge(pending)) {
    return {
      status: 'challenge',
      pending: { challenge: pending, rememberMe: false, concealed: true },
    }
  }
  if (typeof username !== 'string') return { status: 'signedOut' }
  return { status: 'signedOut', reason: 'interrupted', username }
}
