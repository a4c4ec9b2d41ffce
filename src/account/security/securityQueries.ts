import { queryOptions } from '@tanstack/react-query'
import { readAllPages } from '#account/readAllPages.ts'
import { toEpochMs } from '#account/toEpochMs.ts'
import { accountKey } from '#account/attributesQuery.ts'
import type { SecondFactor, Session } from '#auth/state.ts'

/** Second factors, by their names in `UserMFASettingList`. */
export const secondFactors = [
  'SOFTWARE_TOKEN_MFA',
  'EMAIL_OTP',
  'SMS_MFA',
] as const satisfies SecondFactor[]

export interface Factors {
  hasPassword: boolean
  /** Second factors that are turned on. */
  enabled: SecondFactor[]
  /** Name of the second factor that Cognito asks for first. */
  preferred: string | undefined
  /** Whether passkeys count as a second factor, and so sign in beside one. */
  passkeyMfa: boolean
}

export function factorsQuery(session: Session) {
  return queryOptions({
    queryKey: [...accountKey(session), 'factors'],
    async queryFn(): Promise<Factors> {
      const response = await session.callCognito('GetUserAuthFactors', {})
      const names: readonly string[] = response.UserMFASettingList ?? []
      return {
        hasPassword: response.ConfiguredUserAuthFactors?.includes('PASSWORD') ?? false,
        enabled: secondFactors.filter((name) => names.includes(name)),
        preferred: response.PreferredMfaSetting,
        passkeyMfa: names.includes('WEB_AUTHN_MFA'),
      }
    },
  })
}

export interface Passkey {
  id: string
  name: string | undefined
  /** Epoch milliseconds. */
  createdAt: number | undefined
}

export function passkeysQuery(session: Session) {
  return queryOptions({
    queryKey: [...accountKey(session), 'passkeys'],
    queryFn: (): Promise<Passkey[]> =>
      readAllPages(async (NextToken) => {
        const page = await session.callCognito(
          'ListWebAuthnCredentials',
          NextToken ? { NextToken } : {},
        )
        const items = (page.Credentials ?? []).map((credential) => ({
          id: credential.CredentialId ?? '',
          name: credential.FriendlyCredentialName || undefined,
          createdAt: toEpochMs(credential.CreatedAt),
        }))
        return { items, next: page.NextToken }
      }),
  })
}
