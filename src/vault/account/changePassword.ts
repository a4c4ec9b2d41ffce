import type { CallCognito } from '#vault/cognito/actions.ts'
import { unlessRefused, type LostAnswers } from '#vault/cognito/lostAnswers.ts'
import { VaultError } from '#vault/cognito/vaultError.ts'
import * as is from '#vault/protocol/validators.ts'
import type { SessionManager } from '#vault/session/sessionManager.ts'

interface ChangePasswordDeps {
  call: CallCognito
  lostAnswers: LostAnswers
  sessionManager: SessionManager
  /** @throws VaultError `recentSignInRequired` */
  requireRecentSignIn: (userId: string) => void
}

/** The input of ChangePassword; any other is left to Cognito to refuse. */
export const isPasswords = is.isShape(
  { ProposedPassword: is.isString },
  { PreviousPassword: is.isString },
)

/**
 * Changes the password (ChangePassword). The current password is the proof that a recent sign-in is for other actions;
 * a user who has none yet needs the sign-in.
 */
export async function changePassword(
  { call, lostAnswers, sessionManager, requireRecentSignIn }: ChangePasswordDeps,
  userId: string,
  { PreviousPassword, ProposedPassword }: { PreviousPassword?: string; ProposedPassword: string },
): Promise<object> {
  const change = (previous: string | undefined) =>
    sessionManager.withAccessToken(userId, (AccessToken) =>
      call('ChangePassword', {
        AccessToken,
        ProposedPassword,
        ...(previous !== undefined && { PreviousPassword: previous }),
      }),
    )
  if (PreviousPassword === undefined || !(await hasPassword())) requireRecentSignIn(userId)
  return lostAnswers.attempt(
    `ChangePassword ${userId}`,
    () => change(PreviousPassword),
    async (refusal) => {
      // The old password is refused: asks whether the new one is in force by setting it once more.
      const repeated = change(ProposedPassword).catch((error: unknown) => {
        const wasCurrentWrong = refusal.data.code === 'incorrectCredentials'
        // The pool remembers passwords, and looks at that only after the current one was right.
        if (wasCurrentWrong && isUsedBefore(error)) return {}
        throw error
      })
      return unlessRefused(repeated)
    },
  )

  /** Asks Cognito only where it matters: it may accept anything as the current password of a user without one. */
  async function hasPassword(): Promise<boolean> {
    try {
      requireRecentSignIn(userId)
      return true
    } catch (error) {
      if (!(error instanceof VaultError) || error.data.code !== 'recentSignInRequired') throw error
    }
    const { ConfiguredUserAuthFactors } = await sessionManager.withAccessToken(
      userId,
      (AccessToken) => call('GetUserAuthFactors', { AccessToken }),
    )
    return ConfiguredUserAuthFactors?.includes('PASSWORD') ?? false
  }
}

const isUsedBefore = (error: unknown) =>
  error instanceof VaultError && error.data.code === 'passwordUsedBefore'
