import { hmacSha256, toBase64, utf8 } from '#local-cognito/bytes.ts'
import { notAuthorized, resourceNotFound } from '#local-cognito/errors.ts'
import type { Client, Pool } from '#local-cognito/records.ts'
import type { Store } from '#local-cognito/store.ts'

/** @throws CognitoError `ResourceNotFoundException` */
export function clientById(store: Store, id: string): { client: Client; pool: Pool } {
  const client = store.clients.get(id)
  const pool = client && store.pools.get(client.poolId)
  if (!client || !pool) throw resourceNotFound(`User pool client ${id} does not exist.`)
  return { client, pool }
}

/** InitiateAuth says it differently from the operations that have a `SecretHash` member. */
const NO_SECRET = {
  auth: 'is configured with secret but SECRET_HASH was not received',
  member: 'is configured for secret but secret was not received',
} as const

/**
 * A client with a secret proves that it knows it, over the username as sent. For one without,
 * a hash is ignored.
 * @param usernames any of which the hash may be over
 * @throws CognitoError `NotAuthorizedException`
 */
export async function checkSecretHash(
  client: Client,
  usernames: string[],
  hash: string | undefined,
  wording: keyof typeof NO_SECRET = 'member',
) {
  const secret = client.settings.ClientSecret
  if (secret === undefined) return
  if (!hash) throw notAuthorized(`Client ${client.id} ${NO_SECRET[wording]}`)
  for (const username of usernames) {
    const right = await hmacSha256(utf8(secret), utf8(username + client.id))
    if (toBase64(right) === hash) return
  }
  throw notAuthorized(`Unable to verify secret hash for client ${client.id}`)
}

/** `PreventUserExistenceErrors`; the API's default is LEGACY, which tells. */
export const hidesUsers = (client: Client) =>
  client.settings.PreventUserExistenceErrors === 'ENABLED'
