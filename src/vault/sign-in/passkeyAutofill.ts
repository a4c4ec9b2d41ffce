import { isChallengeOfKind, type PendingChallengeOf } from './pendingChallenge.ts'
import type { SignInDeps } from './signInDeps.ts'
import { VaultError } from '#vault/cognito/vaultError.ts'
import { startUserAuth } from './startUserAuth.ts'
import type { SignInCommands } from '#vault/protocol/commands.ts'
import { signInAcr } from './acr.ts'
import { respondToChallenge } from './respondToChallenge.ts'

/** What was offered last. Beside the state: nobody has asked for anything yet. */
let offeredPasskey: PendingChallengeOf<'passkey'> | undefined

/**
 * For the browser's list of names under the field: a passkey in it signs in by itself. Whatever else
 * Cognito would ask this name is no news, and so is a refusal: the form will hear of it.
 */
export async function offerPasskey(
  { flow, config }: SignInDeps,
  { username, keepSignedIn: rememberMe }: SignInCommands['offerPasskey']['input'],
): Promise<SignInCommands['offerPasskey']['answer']> {
  offeredPasskey = undefined
  try {
    const outcome = await startUserAuth(
      flow,
      { username, rememberMe, ...signInAcr(config) },
      'WEB_AUTHN',
    )
    if (outcome.kind !== 'challenge' || !isChallengeOfKind(outcome.pending, 'passkey')) return {}
    offeredPasskey = outcome.pending
    return { options: offeredPasskey.challenge.options }
  } catch (error) {
    if (error instanceof VaultError) return {}
    throw error
  }
}

export async function signInWithOfferedPasskey(
  { flow, applyOutcome }: SignInDeps,
  { credential }: SignInCommands['takePasskey']['input'],
): Promise<void> {
  if (!offeredPasskey) throw new VaultError({ code: 'nothingToAnswer' })
  const pending = offeredPasskey
  offeredPasskey = undefined
  await applyOutcome(await respondToChallenge(flow, pending, { CREDENTIAL: credential }))
}
