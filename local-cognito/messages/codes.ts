import { randomText } from '#local-cognito/bytes.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import { CognitoError } from '#local-cognito/errors.ts'
import type { Code, MessageKind, User } from '#local-cognito/records.ts'
import type { ContactAttribute } from '#local-cognito/users/contacts.ts'
import { addressToVerify } from '#local-cognito/users/pendingContacts.ts'
import { deliveryDetails } from './delivery.ts'

const HOUR = 60 * 60 * 1000

/** Validity of each kind of code (developer guide, "Quotas in Amazon Cognito"). */
const VALIDITY = {
  signUp: 24 * HOUR,
  attributeVerification: 24 * HOUR,
  forgotPassword: HOUR,
} satisfies Partial<Record<MessageKind, number>>

export type CodeKind = keyof typeof VALIDITY

/**
 * Sends a six-digit code, which replaces the earlier one of this kind. Verification codes are kept
 * per attribute.
 * @param to address of the message; by default the user's own
 * @returns the delivery details for the answer
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
 * Sends the code of a challenge, which is valid as long as the challenge's session. As captured, a
 * first factor has eight digits and a second factor six.
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
 * Checks a typed code. It stays valid until `deleteCode`, so that another refusal (a password
 * against the policy) does not use it up. A code sent to an address that has since changed is
 * refused.
 * @throws CognitoError for a wrong code, or one that is expired, used or was never sent
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

/** Present address for codes of this kind. */
const addressOf = (user: User, kind: CodeKind, attribute: ContactAttribute) =>
  kind === 'attributeVerification' ? addressToVerify(user, attribute) : user.attributes[attribute]

const codeKey = (kind: CodeKind, attribute?: ContactAttribute) =>
  kind === 'attributeVerification' ? `${kind}:${attribute ?? ''}` : kind
