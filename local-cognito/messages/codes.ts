import { randomText } from '#local-cognito/bytes.ts'
import { CognitoError } from '#local-cognito/errors.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import type { Code, MessageKind, User } from '#local-cognito/records.ts'
import type { ContactAttribute } from '#local-cognito/users/contacts.ts'
import { addressToVerify } from '#local-cognito/users/pendingContacts.ts'
import { deliveryDetails } from './delivery.ts'

const HOUR = 60 * 60 * 1000

/** How long each kind of code is good for (developer guide, "Quotas in Amazon Cognito"). */
const VALIDITY = {
  signUp: 24 * HOUR,
  attributeVerification: 24 * HOUR,
  forgotPassword: HOUR,
} satisfies Partial<Record<MessageKind, number>>

export type CodeKind = keyof typeof VALIDITY

/**
 * Sends somebody six digits, which take the place of the digits sent before. Attributes are
 * verified one by one, so each has its own.
 * @param to where it goes, if not to the user's own address
 * @returns what the answer tells of the delivery
 */
export function sendCode(
  cognito: Cognito,
  user: User,
  kind: CodeKind,
  attribute: ContactAttribute,
  to = contactOf(user, attribute),
) {
  const code = randomText(6, '0123456789')
  user.codes[codeKey(kind, attribute)] = {
    code,
    attribute,
    sentTo: to,
    expiresAt: cognito.now() + VALIDITY[kind],
  }
  const { poolId, username } = user
  cognito.send({ to, medium: mediumOf(attribute), kind, code, username, poolId })
  return deliveryDetails(attribute, to)
}

/**
 * Sends the code of a challenge. It is good for as long as the challenge's session, which keeps it.
 * As captured, it has eight digits where it is the first factor, and six where it is the second.
 */
export function sendChallengeCode(
  cognito: Cognito,
  user: User,
  kind: 'signIn' | 'mfa',
  attribute: ContactAttribute,
) {
  const to = contactOf(user, attribute)
  const code = randomText(kind === 'signIn' ? 8 : 6, '0123456789')
  const { poolId, username } = user
  cognito.send({ to, medium: mediumOf(attribute), kind, code, username, poolId })
  return { code, details: deliveryDetails(attribute, to) }
}

const mediumOf = (attribute: ContactAttribute) => (attribute === 'email' ? 'EMAIL' : 'SMS')

function contactOf(user: User, attribute: ContactAttribute) {
  const to = user.attributes[attribute]
  if (!to) throw new Error(`${user.username} has no ${attribute} to send a code to.`)
  return to
}

/**
 * Finds the code somebody typed. It stays good until `spendCode`, so that a refusal for another
 * reason (a password against the policy) does not cost it. Once the address is another, it proves
 * nothing of that, whoever changed it.
 * @throws CognitoError for a wrong code, or one that is expired, spent or was never sent
 */
export function checkCode(
  cognito: Cognito,
  user: User,
  kind: CodeKind,
  typed: string,
  attribute?: ContactAttribute,
): Code {
  const sent = user.codes[codeKey(kind, attribute)]
  if (!sent || cognito.now() >= sent.expiresAt) throw expiredCode()
  if (sent.sentTo !== addressOf(user, kind, sent.attribute)) throw expiredCode()
  if (sent.code !== typed) throw wrongCode()
  return sent
}

export function deleteCode(user: User, kind: CodeKind, attribute?: ContactAttribute) {
  const { [codeKey(kind, attribute)]: _, ...others } = user.codes
  user.codes = others
}

export const wrongCode = () =>
  new CognitoError('CodeMismatchException', 'Invalid verification code provided, please try again.')

const expiredCode = () =>
  new CognitoError('ExpiredCodeException', 'Invalid code provided, please request a code again.')

/** Where a code of this kind goes today. */
const addressOf = (user: User, kind: CodeKind, attribute: ContactAttribute) =>
  kind === 'attributeVerification' ? addressToVerify(user, attribute) : user.attributes[attribute]

const codeKey = (kind: CodeKind, attribute?: ContactAttribute) =>
  kind === 'attributeVerification' ? `${kind}:${attribute ?? ''}` : kind
