import { queryOptions } from '@tanstack/react-query'
import { allPages } from '#account/allPages.ts'
import { epochMs } from '#account/epochMs.ts'
import { accountKey } from '#account/queries.ts'
import type { Session } from '#auth/state.ts'

/** A factor that follows the first: Cognito's names, as `UserMFASettingList` has them. */
export const secondFactors = ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP', 'SMS_MFA'] as const

export type SecondFactor = (typeof secondFactors)[number]

export interface Factors {
  /** Whether there is a password. */
  password: boolean
  /** The second factors that are on. */
  on: SecondFactor[]
  /** What is asked for first, where there are several. */
  preferred: string | undefined
}

export function factorsQuery(session: Session) {
  return queryOptions({
    queryKey: [...accountKey(session), 'factors'],
    async queryFn(): Promise<Factors> {
      const found = await session.callCognito('GetUserAuthFactors', {})
      const names: readonly string[] = found.UserMFASettingList ?? []
      return {
        password: found.ConfiguredUserAuthFactors?.includes('PASSWORD') ?? false,
        on: secondFactors.filter((name) => names.includes(name)),
        preferred: found.PreferredMfaSetting,
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
      allPages(async (NextToken) => {
        const page = await session.callCognito(
          'ListWebAuthnCredentials',
          NextToken ? { NextToken } : {},
        )
        const items = (page.Credentials ?? []).map((one) => ({
          id: one.CredentialId ?? '',
          name: one.FriendlyCredentialName || undefined,
          createdAt: epochMs(one.CreatedAt),
        }))
        return { items, next: page.NextToken }
      }),
  })
}
