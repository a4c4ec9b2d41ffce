import type { Cognito } from '#local-cognito/cognito.ts'
import { CognitoError, type ErrorType } from '#local-cognito/errors.ts'
import { CORS, errorResponse } from '#local-cognito/http/responses.ts'
import type { Store } from '#local-cognito/store.ts'

/**
 * Injected failure of one operation. Without `type`, `status`, `body` or `network` it only delays.
 * @example
 * ```ts
 * await fetch(`${origin}/_local/faults`, {
 *   method: 'PUT',
 *   body: JSON.stringify([{ operation: 'InitiateAuth', type: 'TooManyRequestsException', times: 1 }]),
 * })
 * ```
 */
export interface Fault {
  /** Name of the API action. */
  operation: string
  /** Limits the fault to one app client, so that tests can run in parallel. */
  clientId?: string
  /** Number of requests that fail; unlimited by default, until removed. */
  times?: number
  delayMs?: number
  /** Exception to answer, by its name. */
  type?: ErrorType
  message?: string
  /** HTTP status of the exception, or of `body`. */
  status?: number
  /** Raw body to answer instead of JSON, such as a proxy's HTML page, or an empty one. */
  body?: string
  /** Breaks the connection. */
  network?: 'reset'
}

/** Kept outside the state: a restart clears all faults. */
const injected = new WeakMap<Store, Fault[]>()

export const faultsOf = (store: Store): readonly Fault[] => injected.get(store) ?? []

/** Adds faults; one for the same operation and client replaces an earlier one. */
export function injectFaults(store: Store, faults: Fault[]) {
  const isReplaced = (old: Fault) =>
    faults.some((fault) => fault.operation === old.operation && fault.clientId === old.clientId)
  injected.set(store, [...faultsOf(store).filter((old) => !isReplaced(old)), ...faults])
}

/** Removes all faults, or those of one client. */
export function removeFaults(store: Store, clientId?: string) {
  const kept = clientId === undefined ? [] : faultsOf(store)
  injected.set(
    store,
    kept.filter((fault) => fault.clientId !== clientId),
  )
}

/**
 * Answers a request according to an injected fault, after its delay.
 * @param run runs the operation normally
 */
export async function withFaults(
  request: Request,
  { store, assumptions }: Cognito,
  run: () => Promise<Response>,
): Promise<Response> {
  const fault = await faultFor(request, store)
  if (!fault) return run()
  countDown(store, fault)
  const delay = () => new Promise((resolve) => setTimeout(resolve, fault.delayMs ?? 0))
  const isLateAnswer =
    fault.operation === 'GetTokensFromRefreshToken' && assumptions.lateRotation === 'isDisplaced'
  if (!isLateAnswer) await delay()
  try {
    return answerOf(fault) ?? (await run())
  } finally {
    if (isLateAnswer) await delay()
  }
}

async function faultFor(request: Request, store: Store) {
  const action = request.headers.get('X-Amz-Target')?.split('.').at(-1)
  const matching = faultsOf(store).filter(({ operation }) => operation === action)
  if (matching.length === 0) return undefined
  const client = await clientOf(request.clone())
  return matching.find(({ clientId }) => clientId === undefined || clientId === client)
}

function countDown(store: Store, fault: Fault) {
  if (fault.times === undefined) return
  fault.times -= 1
  if (fault.times > 0) return
  injected.set(
    store,
    faultsOf(store).filter((other) => other !== fault),
  )
}

function answerOf({ network, type, message, status, body }: Fault) {
  // Network failure in terms of Fetch; adapters break the connection.
  if (network === 'reset') return Response.error()
  if (type !== undefined) return errorResponse(new CognitoError(type, message, status))
  if (status === undefined && body === undefined) return undefined
  const contentType = body?.trimStart().startsWith('<') ? 'text/html' : 'application/x-amz-json-1.1'
  const headers = { ...CORS, 'Content-Type': contentType }
  return new Response(body ?? '', { status: status ?? 500, headers })
}

/** Finds the client of a request: in its `ClientId`, or in the claims of its access token. */
async function clientOf(request: Request) {
  const text = await request.text()
  const named = /"ClientId"\s*:\s*"(\w+)"/.exec(text)?.[1]
  if (named !== undefined) return named
  const payload = /"AccessToken"\s*:\s*"[\w-]+\.([\w-]+)\./.exec(text)?.[1]
  if (payload === undefined) return undefined
  const claims = atob(payload.replaceAll('-', '+').replaceAll('_', '/'))
  return /"client_id"\s*:\s*"(\w+)"/.exec(claims)?.[1]
}
