import { VaultError } from '#vault/cognito/vaultError.ts'
import type { CommandHandlers } from '#vault/protocol/commands.ts'
import { signInAcr } from './acr.ts'
import { isChallengeOfKind, type Outcome, type PendingChallengeOf } from './pendingChallenge.ts'
import type { SignInDeps } from './signInDeps.ts'
import { answerPasskey, initiateUserAuth, startUserAuth } from './startUserAuth.ts'

/** The two commands of passkey autofill, and what a sign-in takes over from them. */
interface PasskeyAutofill {
  /** Answers no options where Cognito refuses or asks for something else: the form will show that. */
  offer: CommandHandlers['offerPasskey']
  /** Rejects with a VaultError `nothingToAnswer` without an offer, or after it was used. */
  signIn: CommandHandlers['signInWithOfferedPasskey']
  /** @returns the challenge of the code that the offer has sent to this user in the last two minutes, once. */
  takeSentCode: (input: { username: string; rememberMe: boolean }) => Outcome | undefined
}

/** Leaves the user a minute to read the code and type it: the session lasts three minutes or more. */
const sentCodeLifetimeMs = 2 * 60_000

/**
 * Makes the commands of passkey autofill. The offer is not part of the vault's state, because the user has not
 * asked for anything yet. A new offer replaces the one before it.
 *
 * Cognito does not only answer an offer: it sends a code to users who have no other method. That code is for the
 * sign-in that follows, and these users get no second offer.
 */
export function createPasskeyAutofill(deps: SignInDeps): PasskeyAutofill {
  let offered: PendingChallengeOf<'passkey'> | undefined
  let sentCode: { pending: PendingChallengeOf<'sentCode'>; expiresAt: number } | undefined
  const usersWithCode = new Set<string>()

  return {
    async offer({ username, rememberMe }) {
      offered = undefined
      if (usersWithCode.has(username)) return {}
      try {
        const context = { username, rememberMe, ...signInAcr(deps.config) }
        const outcome = await initiateUserAuth(deps, context, 'WEB_AUTHN')
        if (outcome.kind !== 'challenge') return {}
        const { pending } = outcome
        if (isChallengeOfKind(pending, 'sentCode')) {
          usersWithCode.add(username)
          sentCode = { pending, expiresAt: Date.now() + sentCodeLifetimeMs }
        }
        if (!isChallengeOfKind(pending, 'passkey')) return {}
        offered = pending
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
      await deps.applyOutcome(await answerPasskey(deps, pending, { credential }))
    },
    takeSentCode({ username, rememberMe }) {
      if (sentCode?.pending.challenge.username !== username) return undefined
      const { pending, expiresAt } = sentCode
      sentCode = undefined
      if (Date.now() >= expiresAt) return undefined
      const context = { username, rememberMe, ...signInAcr(deps.config) }
      const restart = () => startUserAuth(deps, context)
      return { kind: 'challenge', pending: { ...pending, rememberMe, restart } }
    },
  }
}
