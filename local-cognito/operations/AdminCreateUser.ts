import type {
  AdminCreateUserRequest,
  AdminCreateUserResponse,
  DeliveryMediumType,
} from '@aws-sdk/client-cognito-identity-provider'
import { randomText } from '#local-cognito/bytes.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import { CognitoError } from '#local-cognito/errors.ts'
import { boolean, list, oneOf } from '#local-cognito/http/constraints.ts'
import * as members from '#local-cognito/http/members.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import type { Pool, User } from '#local-cognito/records.ts'
import type { Store } from '#local-cognito/store.ts'
import { newAttributes } from '#local-cognito/users/attributes.ts'
import { describeUser } from '#local-cognito/users/describeUser.ts'
import { requireUser } from '#local-cognito/users/lookup.ts'
import { newUsername } from '#local-cognito/users/newUsername.ts'
import { setPassword } from '#local-cognito/users/passwords.ts'
import { checkPolicy } from '#local-cognito/users/policy.ts'
import { preSignUp } from '#local-cognito/users/signUpTriggers.ts'
import { addUser, findUser } from '#local-cognito/users/users.ts'
import { operation } from './operation.ts'

/**
 * Required attributes may be left out: NEW_PASSWORD_REQUIRED asks for them.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUser.html
 */
export const AdminCreateUser = operation<AdminCreateUserRequest, AdminCreateUserResponse>({
  signed: true,
  members: {
    UserPoolId: members.userPoolId.required,
    Username: members.userName.required,
    UserAttributes: members.attributes,
    ValidationData: members.attributes,
    TemporaryPassword: members.password,
    ForceAliasCreation: boolean(),
    MessageAction: oneOf('RESEND', 'SUPPRESS'),
    DesiredDeliveryMediums: list(oneOf('SMS', 'EMAIL')),
    ClientMetadata: members.clientMetadata,
  },
  async run(input, cognito) {
    const pool = requirePool(cognito.store, input.UserPoolId)
    const resend = input.MessageAction === 'RESEND'
    const chosen = input.TemporaryPassword ?? temporaryPassword(pool)
    checkPolicy(pool, chosen, 'AdminCreateUser')
    const user = resend
      ? invited(cognito, pool, input.Username)
      : await create(cognito, pool, input)
    await setPassword(pool, user, chosen, { now: cognito.now(), temporary: true })
    if (input.MessageAction !== 'SUPPRESS')
      sendInvitation(cognito, user, chosen, input.DesiredDeliveryMediums)
    return { User: describeUser(user) }
  },
})

async function create(cognito: Cognito, pool: Pool, input: AdminCreateUserRequest) {
  const { store, now } = cognito
  const { Username = '', UserAttributes = [], ForceAliasCreation = false } = input
  const given = newAttributes(pool, UserAttributes, 'administrator')
  const named = newUsername(store, pool, Username, given, 'AdminCreateUser')
  await preSignUp(cognito, pool, undefined, {
    source: 'PreSignUp_AdminCreateUser',
    ...named,
    validationData: input.ValidationData,
  })
  // Checked again: another user may have taken the name while the trigger ran.
  newUsername(store, pool, Username, given, 'AdminCreateUser')
  assignAliases(store, pool, named.attributes, { force: ForceAliasCreation })
  return addUser(store, pool, { ...named, status: 'FORCE_CHANGE_PASSWORD' }, now())
}

function invited({ store }: Cognito, pool: Pool, name: string) {
  const user = requireUser(store, pool, name)
  if (user.status === 'FORCE_CHANGE_PASSWORD') return user
  throw new CognitoError(
    'UnsupportedUserStateException',
    `Resend not possible. ${name} status is not FORCE_CHANGE_PASSWORD`,
  )
}

/**
 * Sends the temporary password by each requested medium that the user has. Without a request, the
 * API's default is SMS; a user without a phone gets an email.
 */
function sendInvitation(
  cognito: Cognito,
  user: User,
  password: string,
  asked: DeliveryMediumType[] | undefined,
) {
  const { email, phone_number: phone } = user.attributes
  const mediums = asked ?? [phone ? 'SMS' : 'EMAIL']
  const { poolId, username } = user
  const invite = (to: string, medium: DeliveryMediumType) =>
    cognito.send({ to, medium, kind: 'invitation', code: password, username, poolId })
  if (phone && mediums.includes('SMS')) invite(phone, 'SMS')
  if (email && mediums.includes('EMAIL')) invite(email, 'EMAIL')
}

/**
 * Makes sure that an alias has one owner. With `force`, the previous owner's address becomes
 * unverified.
 * @throws CognitoError `AliasExistsException`
 */
function assignAliases(
  store: Store,
  pool: Pool,
  attributes: Record<string, string>,
  { force }: { force: boolean },
) {
  for (const alias of pool.settings.AliasAttributes ?? []) {
    const value = attributes[alias]
    const counts = alias === 'preferred_username' || attributes[`${alias}_verified`] === 'true'
    const owner = value && counts ? findUser(store, pool, value) : undefined
    if (!owner) continue
    if (!force || alias === 'preferred_username')
      throw new CognitoError('AliasExistsException', `An account with the ${alias} already exists.`)
    owner.attributes[`${alias}_verified`] = 'false'
  }
}

const CLASSES = ['abcdefghijkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789', '!@#$%^&*']

/** Generates a password of every character class, long enough for the pool. */
function temporaryPassword(pool: Pool) {
  const length = Math.max(8, pool.settings.Policies?.PasswordPolicy?.MinimumLength ?? 8)
  const oneOfEach = CLASSES.map((characters) => randomText(1, characters)).join('')
  return oneOfEach + randomText(length - CLASSES.length, CLASSES.slice(0, 3).join(''))
}
