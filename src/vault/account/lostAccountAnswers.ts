import type { CallCognito } from '#vault/cognito/actions.ts'
import { unlessRefused } from '#vault/cognito/lostAnswers.ts'
import type { VaultError } from '#vault/cognito/vaultError.ts'
import type { AccountAction } from '#vault/protocol/accountActions.ts'
import type { MfaChange } from '#vault/protocol/commands.ts'
import type { SessionManager } from '#vault/session/sessionManager.ts'

type Input = Record<string, unknown>
type FindOut = (userId: string, input: Input, refusal: VaultError) => Promise<object | undefined>

interface LostAccountAnswersDeps {
  call: CallCognito
  sessionManager: SessionManager
  setMfaPreference: (userId: string, change: MfaChange) => Promise<void>
}

/**
 * Makes the functions that find out, after a try whose answer was lost, whether it has succeeded. An action that
 * Cognito does not refuse to do twice needs none.
 */
export function createLostAccountAnswers({
  call,
  sessionManager,
  setMfaPreference,
}: LostAccountAnswersDeps): Partial<Record<AccountAction, FindOut>> {
  const asUser = <Result>(userId: string, use: (AccessToken: string) => Promise<Result>) =>
    sessionManager.withAccessToken(userId, use)

  const isGone: FindOut = (_userId, _input, { data }) =>
    Promise.resolve(data.code === 'gone' ? {} : undefined)

  /** Looks for the credential in the user's list. */
  async function isRegistered(userId: string, { Credential }: Input): Promise<object | undefined> {
    const id =
      typeof Credential === 'object' && Credential !== null && 'id' in Credential
        ? Credential.id
        : undefined
    let NextToken: string | undefined
    do {
      const next: string | undefined = NextToken
      const page = await asUser(userId, (AccessToken) =>
        call('ListWebAuthnCredentials', { AccessToken, ...(next && { NextToken: next }) }),
      )
      if (page.Credentials?.some(({ CredentialId }) => CredentialId === id)) return {}
      NextToken = page.NextToken
    } while (NextToken !== undefined)
    return undefined
  }

  /** Turns the app on, which Cognito allows only if it is verified. One that replaces another shows no difference. */
  async function isVerified(userId: string): Promise<object | undefined> {
    const factors = await asUser(userId, (AccessToken) =>
      call('GetUserAuthFactors', { AccessToken }),
    )
    if (factors.UserMFASettingList?.includes('SOFTWARE_TOKEN_MFA')) return undefined
    const turnOn = setMfaPreference(userId, { factor: 'SOFTWARE_TOKEN_MFA', enabled: true })
    return unlessRefused(turnOn.then(() => ({ Status: 'SUCCESS' })))
  }

  return {
    CompleteWebAuthnRegistration: isRegistered,
    DeleteWebAuthnCredential: isGone,
    RevokeUserSession: isGone,
    VerifySoftwareToken: isVerified,
  }
}
