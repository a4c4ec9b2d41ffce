import { VaultError } from '#vault/cognito/vaultError.ts'
import type { CommandHandlers } from '#vault/protocol/commands.ts'
import { signInAcr } from './acr.ts'
import { isChallengeOfKind, type PendingChallengeOf } from './pendingChallenge.ts'
import { respondToChallenge } from './respondToChallenge.ts'
import type { SignInDeps } from './signInDeps.ts'
import { initiateUserAuth } from './startUserAuth.ts'

/** The two commands of passkey autofill. */
interface PasskeyAutofill {
  /** Answers no options where Cognito refuses or asks for something else: the form will show that. */
  offer: CommandHandlers['offerPasskey']
  /** Rejects with a VaultError `nothingToAnswer` without an offer, or after it was used. */
  signIn: CommandHandlers['signInWithOfferedPasskey']
}

/**
 * Makes the commands of passkey autofill. The offer is not part of the vault's state, because the user has not
 * asked for anything yet. A new offer replaces the one before it.
 */
export function createPasskeyAutofill(deps: SignInDeps): PasskeyAutofill {
  let offered: PendingChallengeOf<'passkey'> | undefined

  return {
    async offer({ username, rememberMe }) {
      offered = undefined
      try {
        const context = { username, rememberMe, ...signInAcr(deps.config) }
        const outcome = await initiateUserAuth(deps, context, 'WEB_AUTHN')
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
    async signIn({ credential }) {
      if (!offered) throw new VaultError({ code: 'nothingToAnswer' })
      const pending = offered
      offered = undefined
      await deps.applyOutcome(await respondToChallenge(deps, pending, { CREDENTIAL: credential }))
    },
  }
}
