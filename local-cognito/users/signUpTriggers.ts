import type { AttributeType } from '@aws-sdk/client-cognito-identity-provider'
import type { Cognito } from '#local-cognito/cognito.ts'
import { eventAttributes, invokeTrigger, unrecognizable } from '#local-cognito/invokeTrigger.ts'
import type { Client, Pool, User } from '#local-cognito/records.ts'
import type { TriggerEvents } from '#local-cognito/triggers.ts'

interface NewUser {
  source: TriggerEvents['PreSignUp']['triggerSource']
  username: string
  attributes: Record<string, string>
  validationData?: AttributeType[] | undefined
}

/**
 * Asks the pool's PreSignUp trigger whether a user may be created. Of its response, only that for
 * SignUp counts (developer guide, "Pre sign-up Lambda trigger").
 * @returns the contacts to verify and whether to confirm, without a code
 * @throws CognitoError where the trigger refuses, or wants a contact verified that is not there
 */
export async function preSignUp(
  cognito: Cognito,
  pool: Pool,
  client: Client | undefined,
  { source, username, attributes, validationData }: NewUser,
) {
  const response =
    (await invokeTrigger(cognito, pool, 'PreSignUp', {
      source,
      userName: username,
      client,
      request: {
        userAttributes: attributes,
        validationData: validationData
          ? Object.fromEntries(validationData.map(({ Name = '', Value = '' }) => [Name, Value]))
          : null,
      },
      response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
    })) ?? {}
  const verified = {
    ...(response.autoVerifyEmail && { email_verified: 'true' }),
    ...(response.autoVerifyPhone && { phone_number_verified: 'true' }),
  }
  if ('email_verified' in verified && !attributes['email']) throw unrecognizable()
  if ('phone_number_verified' in verified && !attributes['phone_number']) throw unrecognizable()
  return { isConfirmed: response.autoConfirmUser === true, verified }
}

/** Tells the pool's PostConfirmation trigger. A failure is answered, but the user stays confirmed. */
export async function postConfirmation(
  cognito: Cognito,
  pool: Pool,
  client: Client | undefined,
  user: User,
  source: TriggerEvents['PostConfirmation']['triggerSource'] = 'PostConfirmation_ConfirmSignUp',
) {
  const request = { userAttributes: eventAttributes(user) }
  const { username: userName } = user
  await invokeTrigger(cognito, pool, 'PostConfirmation', {
    source,
    userName,
    client,
    request,
    response: {},
  })
}
