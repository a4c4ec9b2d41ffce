import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { accountKey } from '#account/attributesQuery.ts'
import { AuthError } from '#auth/errors.ts'
import type { Session } from '#auth/state.ts'

/** What the tokens say. They say something else once they are renewed. */
export function claimsQuery(session: Session) {
  return queryOptions({
    queryKey: [...accountKey(session), 'claims', session.accessIssuedAt],
    queryFn: () => session.claims(),
    placeholderData: keepPreviousData,
  })
}

export const apiKey = (session: Session) => [...accountKey(session), 'api']

/** An API that has not answered by then will not. */
const timeoutMs = 15_000

/** What the team's own API says of the person; `unknown` where it does not take the token for one. */
export function apiQuery(session: Session, address: string) {
  return queryOptions({
    queryKey: [...apiKey(session), address],
    queryFn: () => fetchApiDetails(session, address),
  })
}

async function fetchApiDetails(
  session: Session,
  address: string,
): Promise<{ status: 'known'; facts: Record<string, unknown> } | { status: 'unknown' }> {
  const response = await fetchWithTimeout(session, new URL(address, window.location.href))
  if (response.status === 401) return { status: 'unknown' }
  if (response.status >= 500) throw new AuthError({ code: 'serviceUnavailable' })
  if (response.status === 429) throw new AuthError({ code: 'tooManyRequests' })
  const facts = response.ok ? await readJsonObject(response) : undefined
  // Another address than the operator meant, or another server.
  if (!facts) throw new AuthError({ code: 'misconfigured', detail: `${address} is no such API` })
  return { status: 'known', facts }
}

async function fetchWithTimeout(session: Session, url: URL): Promise<Response> {
  try {
    return await session.fetch(url, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(timeoutMs),
    })
  } catch (error) {
    if (error instanceof DOMException) throw new AuthError({ code: 'timeout' })
    throw error
  }
}

/** @returns undefined for what is no JSON object. */
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
