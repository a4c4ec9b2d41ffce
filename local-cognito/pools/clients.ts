import { hmacSha256, toBase64, utf8 } from '#local-cognito/bytes.ts'
import { notAuthorized } from '#local-cognito/errors.ts'
import type { Client } from '#local-cognito/records.ts'

/** InitiateAuth words this refusal differently from the operations with a `SecretHash` member. */
const NO_SECRET = {
  auth: 'is configured with secret but SECRET_HASH was not received',
  member: 'is configured for secret but secret was not received',
} as const

/**
 * Verifies SECRET_HASH for clients with a secret; ignores it for others.
 * @param usernames names that the hash may be computed over, as sent
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

/** `PreventUserExistenceErrors`; the API's default is LEGACY, which reveals unknown usernames. */
export const concealsAccountExistence = (client: Client) =>
  client.settings.PreventUserExistenceErrors === 'ENABLED'

type ExplicitFlow = NonNullable<Client['settings']['ExplicitAuthFlows']>[number]

const DEFAULT_FLOWS: ExplicitFlow[] = [
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_CUSTOM_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
]

/** Tells whether a client's `ExplicitAuthFlows` includes one of `names`. */
export const allowsFlow = (client: Client, ...names: ExplicitFlow[]) =>
  effectiveFlows(client.settings.ExplicitAuthFlows ?? []).some((flow) => names.includes(flow))

function effectiveFlows(set: ExplicitFlow[]) {
  if (set.some((flow) => flow.startsWith('ALLOW_'))) return set
  // Legacy names cannot be mixed with `ALLOW_` ones. They add to the default flows, except
  // CUSTOM_AUTH_FLOW_ONLY.
  return set.includes('CUSTOM_AUTH_FLOW_ONLY')
    ? DEFAULT_FLOWS.filter((flow) => flow !== 'ALLOW_USER_SRP_AUTH')
    : [...DEFAULT_FLOWS, ...set]
}
