import * as is from '#vault/protocol/validators.ts'
import type { TabMemory } from '#vault/protocol/messages.ts'
import type { VaultState } from './vaultState.ts'

const delivery = is.isShape({ destination: is.isString, medium: is.isOneOf('EMAIL', 'SMS') })

/** A step that this version knows. Checked by itself: one that another version remembered is dropped. */
const isPending = is.isEither(
  is.isShape(
    { kind: is.isOneOf('confirmSignUp'), username: is.isString, codeLength: is.isNumber },
    { delivery },
  ),
  is.isShape(
    {
      kind: is.isOneOf('resetPassword'),
      username: is.isString,
      required: is.isBoolean,
      codeLength: is.isNumber,
    },
    { delivery },
  ),
)

/**
 * What a reload takes up again. Veiled, whatever it was before: the tab's memory can be read, so it must
 * not say whether the account is new.
 */
export function restoreVaultState({
  pending,
  signUpSession,
  interrupted: username,
}: TabMemory): VaultState {
  if (isPending(pending)) {
    const session = typeof signUpSession === 'string' ? { signUpSession } : {}
    return {
      status: 'challenge',
      pending: { challenge: pending, rememberMe: false, concealed: true, ...session },
    }
  }
  if (typeof username !== 'string') return { status: 'signedOut' }
  return { status: 'signedOut', reason: 'interrupted', username }
}
