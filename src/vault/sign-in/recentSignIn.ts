import { VaultError } from '#vault/cognito/vaultError.ts'
import type { VaultConfig } from '#vault/protocol/messages.ts'
import type { SessionManager } from '#vault/session/sessionManager.ts'
import { claimsOf } from '#vault/session/tokens.ts'
import { acrStatusOf } from './acr.ts'

/** Keeps sensitive actions to users who have signed in, or were verified again, a short while ago. */
export interface RecentSignIn {
  /** @throws VaultError `recentSignInRequired`; `notSignedIn` if this user is not signed in. */
  require: (userId: string) => void
  /** Notes that the session has the best of these levels that its user can reach, as Cognito says. */
  acceptLevel: (acrValues: string) => void
}

/** Checks it where no script of the page can skip it: in the vault, by `auth_time` and `acr` of the tokens. */
export function createRecentSignIn(
  { signIn: { acrValues, flow, recentMinutes } }: VaultConfig,
  sessionManager: SessionManager,
): RecentSignIn {
  const maxAgeSeconds = recentMinutes * 60
  /** Id of the session that has a level other than the first. */
  let acceptedSession: string | undefined

  return {
    require(userId) {
      const session = sessionManager.current()
      if (!session || claimsOf(session.tokens).userId !== userId) {
        throw new VaultError({ code: 'notSignedIn' })
      }
      const { signedInAt } = claimsOf(session.tokens)
      const isRecent = Date.now() - signedInAt < maxAgeSeconds * 1000
      if (isRecent && hasLevel(session)) return
      throw new VaultError({ code: 'recentSignInRequired' })
    },
    acceptLevel(reached) {
      if (reached === acrValues) acceptedSession = sessionManager.current()?.id
    },
  }

  function hasLevel({ id, tokens }: NonNullable<ReturnType<SessionManager['current']>>): boolean {
    // Only USER_AUTH can ask for a level.
    if (acrValues === undefined || flow !== 'USER_AUTH') return true
    const status = acrStatusOf(tokens, acrValues, maxAgeSeconds)
    return status === 'reached' || (status === 'alternative' && id === acceptedSession)
  }
}
