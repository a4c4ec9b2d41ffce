import { VaultError } from '#vault/cognito/vaultError.ts'
import type { SignInCommands } from '#vault/protocol/commands.ts'
import { signInAcr } from './acr.ts'
import { isChallengeOfKind, type PendingChallengeOf } from './pendingChallenge.ts'
import { respondToChallenge } from './respondToChallenge.ts'
import type { SignInDeps } from './signInDeps.ts'
import { startUserAuth } from './startUserAuth.ts'

type Input<Name extends keyof SignInCommands> = SignInCommands[Name]['input']

/**
 * Makes the two commands of passkey autofill. What was offered last is kept beside the vault's state,
 * because the user has not asked for anything yet.
 */
export function createPasskeyAutofill({ flow, config, applyOutcome }: SignInDeps) {
  let offered: PendingChallengeOf<'passkey'> | undefined

  return {
    /** Answers no options where Cognito asks for something else or refuses: the form will show that. */
    async offer({
      username,
      keepSignedIn: rememberMe,
    }: Input<'offerPasskey'>): Promise<SignInCommands['offerPasskey']['answer']> {
      offered = undefined
      try {
        const context = { username, rememberMe, ...signInAcr(config) }
        const outcome = await startUserAuth(flow, context, 'WEB_AUTHN')
        if (outcome.kind !== 'challenge' || !isChallengeOfKind(outcome.pending, 'passkey')) {
          return {}
        }
        offered = outcome.pending
        return { options: offered.challenge.options }
      } catch (error) {
        if (error instanceof VaultError) return {}
        throw error
      }
    },
    async signIn({ credential }: Input<'signInWithOfferedPasskey'>): Promise<void> {
      if (!offered) throw new VaultError({ code: 'nothingToAnswer' })
      const pending = offered
      offered = undefined
      await applyOutcome(await respondToChallenge(flow, pending, { CREDENTIAL: credential }))
    },
  }
}
