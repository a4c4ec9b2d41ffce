import { readAllPages } from '#account/readAllPages.ts'
import { withinLimit } from '#account/readLimit.ts'
import { AuthError } from '#auth/errors.ts'
import type { Session } from '#auth/state.ts'

/** Functions that each read one part of the account, from Cognito or from the tokens. */
const readers = {
  details: ({ callCognito }: Session) => callCognito('GetUser', {}),
  waysToSignIn: ({ callCognito }: Session) => callCognito('GetUserAuthFactors', {}),
  devices: ({ callCognito }: Session) =>
    readAllPages(async (PaginationToken) => {
      const page = await callCognito('ListDevices', { Limit: 60, PaginationToken })
      return { items: page.Devices ?? [], next: page.PaginationToken }
    }),
  passkeys: ({ callCognito }: Session) =>
    readAllPages(async (NextToken) => {
      const page = await callCognito('ListWebAuthnCredentials', { MaxResults: 20, NextToken })
      return { items: page.Credentials ?? [], next: page.NextToken }
    }),
  sessions: ({ callCognito }: Session) =>
    readAllPages(async (NextToken) => {
      const page = await callCognito('ListUserSessions', { NextToken })
      return { items: page.Sessions ?? [], next: page.NextToken }
    }),
  groupsAndClaims: async ({ claims, groups }: Session) => ({
    groups,
    claims: await claims(),
  }),
}

export type DataPart = keyof typeof readers

/** All parts, in their order in the file. */
export const partNames = [
  'details',
  'waysToSignIn',
  'devices',
  'passkeys',
  'sessions',
  'groupsAndClaims',
] as const satisfies DataPart[]

export interface AccountData {
  read: Partial<Record<DataPart, unknown>>
  notRead: { part: DataPart; error: unknown }[]
}

/**
 * Reads all parts of the account. A part that cannot be read is listed in `notRead` with its error.
 *
 * @throws AuthError of the first part, if Cognito returned none at all.
 */
export async function collectAccountData(session: Session): Promise<AccountData> {
  const accountData: AccountData = { read: {}, notRead: [] }
  const results = await Promise.allSettled(
    partNames.map((part) => withinLimit<unknown>(() => readers[part](session))),
  )
  for (const [index, part] of partNames.entries()) {
    const result = results[index]
    if (result?.status === 'fulfilled') accountData.read[part] = withIsoDates(result.value)
    else accountData.notRead.push({ part, error: result?.reason })
  }
  const [firstFailure] = accountData.notRead
  // The last part, groups and claims, comes from the tokens and needs no request.
  if (firstFailure && accountData.notRead.length >= partNames.length - 1) throw firstFailure.error
  return accountData
}

/** Whether a part is missing because the pool does not use it, such as device tracking or session lists. */
export function isDisabledInPool({ error }: { error: unknown }): boolean {
  return error instanceof AuthError && error.code === 'misconfigured'
}

/** Converts Cognito's times, which are epoch seconds, to ISO 8601. */
function withIsoDates(value: unknown, name = ''): unknown {
  if (typeof value === 'number' && /(Date|At)$/.test(name)) {
    const date = new Date(value * 1000)
    return Number.isNaN(date.getTime()) ? value : date.toISOString()
  }
  if (Array.isArray(value)) return value.map((one) => withIsoDates(one))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withIsoDates(inner, key)]),
  )
}
