import type { Cognito } from '#local-cognito/cognito.ts'
import { eventAttributes, invokeTrigger } from '#local-cognito/invokeTrigger.ts'
import { concealsAccountExistence } from '#local-cognito/pools/clients.ts'
import type { Client, Pool, User } from '#local-cognito/records.ts'

/**
 * Asks the pool's PreAuthentication trigger whether a sign-in may begin. It runs for an unknown
 * username where the client conceals that, and not for refreshes (developer guide, "Pre
 * authentication Lambda trigger").
 * @param user undefined for an unknown username
 * @throws CognitoError where the trigger refuses
 */
export async function preAuthentication(
  cognito: Cognito,
  pool: Pool,
  client: Client,
  name: string,
  user: User | undefined,
) {
  if (!user && !concealsAccountExistence(client)) return
  await invokeTrigger(cognito, pool, 'PreAuthentication', {
    source: 'PreAuthentication_Authentication',
    userName: user?.username ?? name,
    client,
    request: {
      userAttributes: user ? eventAttributes(user) : {},
      validationData: cognito.validationData ?? null,
      ...(!user && { userNotFound: true }),
    },
    response: {},
  })
}

/**
 * Tells the pool's PostAuthentication trigger that a user has signed in; tokens follow unless it
 * throws.
 * @param newDeviceUsed whether the sign-in brings a new device
 */
export async function postAuthentication(
  cognito: Cognito,
  pool: Pool,
  client: Client,
  user: User,
  newDeviceUsed: boolean,
) {
  await invokeTrigger(cognito, pool, 'PostAuthentication', {
    source: 'PostAuthentication_Authentication',
    userName: user.username,
    client,
    request: { userAttributes: eventAttributes(user), newDeviceUsed },
    response: {},
  })
}
