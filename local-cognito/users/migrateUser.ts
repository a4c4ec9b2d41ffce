import type { Cognito } from '#local-cognito/cognito.ts'
import { CognitoError } from '#local-cognito/errors.ts'
import { hasTrigger, invokeTrigger } from '#local-cognito/invokeTrigger.ts'
import type { Client, Pool, User } from '#local-cognito/records.ts'
import type { TriggerEvents } from '#local-cognito/triggers.ts'
import { newAttributes, toAttributeList } from './attributes.ts'
import { newUsername } from './newUsername.ts'
import { setPassword } from './passwords.ts'
import { addUser, findUser } from './users.ts'

/**
 * Asks the pool's UserMigration trigger for a user that is not in the pool, and adds the user it
 * returns. Only a sign-in that sends the password, and a forgotten password, can migrate a user
 * (developer guide, "Migrate user Lambda trigger"); SRP sends none.
 * @returns undefined where there is no trigger, or it knows no such user
 * @throws CognitoError where the attributes do not fit the pool
 */
export async function migrateUser(
  cognito: Cognito,
  pool: Pool,
  client: Client,
  name: string,
  password?: string,
): Promise<User | undefined> {
  if (!hasTrigger(pool, 'UserMigration')) return undefined
  const response = await answerOf(cognito, pool, client, name, password)
  if (!response?.userAttributes) return undefined
  const { store, now } = cognito
  // Another request may have migrated the user meanwhile.
  const present = findUser(store, pool, name)
  if (present) return present
  const { username: _, ...attributes } = response.userAttributes
  const given = newAttributes(pool, toAttributeList(attributes), 'administrator')
  const named = newUsername(store, pool, name, given, 'AdminCreateUser')
  const status = response.finalUserStatus === 'CONFIRMED' ? 'CONFIRMED' : 'RESET_REQUIRED'
  const user = addUser(store, pool, { ...named, status }, now())
  if (password !== undefined) await setPassword(pool, user, password, { now: now() })
  return user
}

/**
 * @throws CognitoError `UserNotFoundException` where the function throws. Its message is as reported
 *   of the service
 */
async function answerOf(
  cognito: Cognito,
  pool: Pool,
  client: Client,
  userName: string,
  password: string | undefined,
): Promise<TriggerEvents['UserMigration']['response'] | undefined> {
  const isSignIn = password !== undefined
  try {
    return await invokeTrigger(cognito, pool, 'UserMigration', {
      source: isSignIn ? 'UserMigration_Authentication' : 'UserMigration_ForgotPassword',
      userName,
      client,
      request: {
        ...(isSignIn && { password }),
        validationData: cognito.validationData ?? null,
      },
      response: {
        userAttributes: null,
        finalUserStatus: null,
        messageAction: null,
        desiredDeliveryMediums: null,
        forceAliasCreation: null,
      },
    })
  } catch (error) {
    if (!(error instanceof CognitoError) || error.type !== 'UserLambdaValidationException')
      throw error
    // Assumed: no capture has AWS's text.
    throw new CognitoError(
      'UserNotFoundException',
      `Exception migrating user in app client ${client.id}`,
    )
  }
}
