import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { accountKey } from '#account/attributesQuery.ts'
import { AuthError } from '#auth/errors.ts'
import type { Session } from '#auth/state.ts'

/** Claims of both tokens. The key has the issue time, as renewed tokens may have other claims. */
export function claimsQuery(session: Session) {
  return queryOptions({
    queryKey: [...accountKey(session), 'claims', session.accessIssuedAt],
    queryFn: () => session.claims(),
    placeholderData: keepPreviousData,
  })
}

export const apiKey = (session: Session) => [...accountKey(session), 'api']

/** Details of the user from the team's API; `tokenRejected` if the API does not accept the access token (HTTP 401). */
export function apiQuery(session: Session, address: string) {
  return queryOptions({
    queryKey: [...apiKey(session), address],
    queryFn: () => fetchApiDetails(session, address),
  })
}

async function fetchApiDetails(
  session: Session,
  address: string,
): Promise<{ status: 'accepted'; details: Record<string, unknown> } | { status: 'tokenRejected' }> {
  const response = await session.fetch(new URL(address, window.location.href), {
    headers: { accept: 'application/json' },
  })
  if (response.status === 401) return { status: 'tokenRejected' }
  if (response.status >= 500) throw new AuthError({ code: 'serviceUnavailable' })
  if (response.status === 429) throw new AuthError({ code: 'tooManyRequests' })
  const details = response.ok ? await readJsonObject(response) : undefined
  // The address in the config is wrong, or another server answers there.
  if (!details) throw new AuthError({ code: 'misconfigured', detail: `${address} is no such API` })
  return { status: 'accepted', details }
}

/** @returns undefined for anything but a JSON object; an empty body counts as an empty object. */
async function readJsonObject(response: Response): Promise<Record<string, unknown> | undefined> {
  const text = await response.text()
  if (text === '') return {}
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
