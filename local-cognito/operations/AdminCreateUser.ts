import type {
  AdminCreateUserRequest,
  AdminCreateUserResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { CognitoError } from '#local-cognito/errors.ts'
import { sendInvitation } from '#local-cognito/messages/invitation.ts'
import { operation, type Cognito } from '#local-cognito/operation.ts'
import type { Pool } from '#local-cognito/records.ts'
import { newAttributes } from '#local-cognito/users/attributes.ts'
import { describeUser } from '#local-cognito/users/describeUser.ts'
import { newUsername } from '#local-cognito/users/newUsername.ts'
import { setPassword } from '#local-cognito/users/passwords.ts'
import { checkPolicy } from '#local-cognito/users/policy.ts'
import { takeAliases } from '#local-cognito/users/takeAliases.ts'
import { poolNamed } from '#local-cognito/pools/targets.ts'
import { userNamed } from '#local-cognito/users/targets.ts'
import { temporaryPassword } from '#local-cognito/users/temporaryPassword.ts'
import { addUser } from '#local-cognito/users/users.ts'
import { boolean, list, oneOf } from '#local-cognito/wire/constraints.ts'
import {
  attributes,
  clientMetadata,
  password,
  userName,
  userPoolId,
} from '#local-cognito/wire/members.ts'

/**
 * Attributes that the pool requires may be left out: NEW_PASSWORD_REQUIRED asks for them.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUser.html
 */
export const AdminCreateUser = operation<AdminCreateUserRequest, AdminCreateUserResponse>({
  signed: true,
  members: {
    UserPoolId: userPoolId.required,
    Username: userName.required,
    UserAttributes: attributes,
    ValidationData: attributes,
    TemporaryPassword: password,
    ForceAliasCreation: boolean(),
    MessageAction: oneOf('RESEND', 'SUPPRESS'),
    DesiredDeliveryMediums: list(oneOf('SMS', 'EMAIL')),
    ClientMetadata: clientMetadata,
  },
  async run(input, cognito) {
    const pool = poolNamed(cognito.store, input.UserPoolId)
    const resend = input.MessageAction === 'RESEND'
    const chosen = input.TemporaryPassword ?? temporaryPassword(pool)
    checkPolicy(pool, chosen, 'AdminCreateUser')
    const user = resend ? invited(cognito, pool, input.Username) : create(cognito, pool, input)
    await setPassword(pool, user, chosen, { now: cognito.now(), temporary: true })
    if (input.MessageAction !== 'SUPPRESS')
      sendInvitation(cognito, user, chosen, input.DesiredDeliveryMediums)
    return { User: describeUser(user) }
  },
})

function create({ store, now }: Cognito, pool: Pool, input: AdminCreateUserRequest) {
  const { Username = '', UserAttributes = [], ForceAliasCreation = false } = input
  const given = newAttributes(pool, UserAttributes, 'administrator')
  const named = newUsername(store, pool, Username, given, 'AdminCreateUser')
  takeAliases(store, pool, named.attributes, { force: ForceAliasCreation })
  return addUser(store, pool, { ...named, status: 'FORCE_CHANGE_PASSWORD' }, now())
}

function invited({ store }: Cognito, pool: Pool, name: string) {
  const user = userNamed(store, pool, name)
  if (user.status === 'FORCE_CHANGE_PASSWORD') return user
  throw new CognitoError(
    'UnsupportedUserStateException',
    `Resend not possible. ${name} status is not FORCE_CHANGE_PASSWORD`,
  )
}
