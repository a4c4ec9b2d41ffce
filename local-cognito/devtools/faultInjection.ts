import { CognitoError, type ErrorType } from '#local-cognito/errors.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import type { Store } from '#local-cognito/store.ts'
import { CORS, errorResponse } from '#local-cognito/http/responses.ts'

/** A failure that the local Cognito was taught. Only a delay, if nothing else is said. */
export interface Fault {
  /** Cognito's name of the action. */
  operation: string
  /** Limits it to requests of one app client, so that parallel tests do not meet each other's. */
  clientId?: string
  /** How many requests meet it; until it is forgotten, otherwise. */
  times?: number
  delayMs?: number
  /** An exception by its name, as Cognito answers it. */
  type?: ErrorType
  message?: string
  /** HTTP status: of the exception, or of `body`. */
  status?: number
  /** What is answered instead of JSON, such as a proxy's HTML page, or nothing at all. */
  body?: string
  /** The connection breaks off. */
  network?: 'reset'
}

/** Not part of the state: a restart forgets. */
const injected = new WeakMap<Store, Fault[]>()

export const faultsOf = (store: Store): readonly Fault[] => injected.get(store) ?? []

/** Adds faults; one for the same action and client takes the place of the one before. */
export function injectFaults(store: Store, faults: Fault[]) {
  const isReplaced = (old: Fault) =>
    faults.some((fault) => fault.operation === old.operation && fault.clientId === old.clientId)
  injected.set(store, [...faultsOf(store).filter((old) => !isReplaced(old)), ...faults])
}

/** Forgets all faults, or those of one client. */
export function removeFaults(store: Store, clientId?: string) {
  const kept = clientId === undefined ? [] : faultsOf(store)
  injected.set(
    store,
    kept.filter((fault) => fault.clientId !== clientId),
  )
}

/**
 * What a request is answered because of a fault, after its delay.
 * @returns undefined when the operation is to answer for itself
 */
export async function injectedAnswer(
  request: Request,
  { store }: Cognito,
): Promise<Response | undefined> {
  const action = request.headers.get('X-Amz-Target')?.split('.').at(-1)
  const candidates = faultsOf(store).filter(({ operation }) => operation === action)
  if (candidates.length === 0) return undefined
  const client = await clientOf(request.clone())
  const fault = candidates.find(({ clientId }) => clientId === undefined || clientId === client)
  if (!fault) return undefined
  countDown(store, fault)
  if (fault.delayMs) await new Promise((resolve) => setTimeout(resolve, fault.delayMs))
  return answerOf(fault)
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
  // A network error in the terms of Fetch; adapters make it one.
  if (network === 'reset') return Response.error()
  if (type !== undefined) return errorResponse(new CognitoError(type, message, status))
  if (status === undefined && body === undefined) return undefined
  const contentType = body?.trimStart().startsWith('<') ? 'text/html' : 'application/x-amz-json-1.1'
  const headers = { ...CORS, 'Content-Type': contentType }
  return new Response(body ?? '', { status: status ?? 500, headers })
}

/** The client a request names: itself, or by the access token it carries. */
async function clientOf(request: Request) {
  const text = await request.text()
  const named = /"ClientId"\s*:\s*"(\w+)"/.exec(text)?.[1]
  if (named !== undefined) return named
  const payload = /"AccessToken"\s*:\s*"[\w-]+\.([\w-]+)\./.exec(text)?.[1]
  if (payload === undefined) return undefined
  const claims = atob(payload.replaceAll('-', '+').replaceAll('_', '/'))
  return /"client_id"\s*:\s*"(\w+)"/.exec(claims)?.[1]
}
