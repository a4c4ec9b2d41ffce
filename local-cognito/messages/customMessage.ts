import { fromBase64Url, fromUtf8 } from '#local-cognito/bytes.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import {
  eventAttributes,
  hasTrigger,
  invokeTrigger,
  unrecognizable,
} from '#local-cognito/invokeTrigger.ts'
import type { Message, MessageKind } from '#local-cognito/records.ts'
import { inPool } from '#local-cognito/store.ts'
import type { TriggerEvents } from '#local-cognito/triggers.ts'

/** The request that a message belongs to. */
export interface MessageOccasion {
  action: string
  input: object
}

const CODE = '{####}'
const USERNAME = '{username}'

type Unsent = Omit<Message, 'sentAt'>

/** Tells whether the pool words this message itself. */
export function isCustomized({ store }: Pick<Cognito, 'store'>, { poolId, kind }: Unsent) {
  const pool = store.pools.get(poolId)
  return pool !== undefined && kind !== 'magicLink' && hasTrigger(pool, 'CustomMessage')
}

/**
 * Has the pool's CustomMessage trigger word a message.
 * @throws CognitoError where the trigger fails, or its text has no place for the code
 */
export async function customMessage(
  cognito: Cognito,
  message: Unsent,
  { action, input }: MessageOccasion,
): Promise<Unsent> {
  const { store } = cognito
  const pool = store.pools.get(message.poolId)
  const user = store.users.get(inPool(message.poolId, message.username))
  if (!pool || !user) return message
  const isInvitation = message.kind === 'invitation'
  const response = await invokeTrigger(cognito, pool, 'CustomMessage', {
    source: `CustomMessage_${sourceOf(message.kind, action)}`,
    userName: user.username,
    client: store.clients.get(clientIdIn(input)),
    request: {
      userAttributes: eventAttributes(user),
      codeParameter: CODE,
      usernameParameter: isInvitation ? USERNAME : null,
    },
    response: { smsMessage: null, emailMessage: null, emailSubject: null },
  })
  const { emailMessage, emailSubject, smsMessage } = response ?? {}
  const isEmail = message.medium === 'EMAIL'
  const text = isEmail ? emailMessage : smsMessage
  if (!text) return message
  if (!text.includes(CODE)) throw unrecognizable()
  const filledIn = text.replaceAll(CODE, message.code).replaceAll(USERNAME, user.username)
  return {
    ...message,
    text: filledIn,
    ...(isEmail && emailSubject && { subject: emailSubject }),
  }
}

type Source = TriggerEvents['CustomMessage']['triggerSource'] extends `CustomMessage_${infer Name}`
  ? Name
  : never

function sourceOf(kind: MessageKind, action: string): Source {
  switch (kind) {
    case 'signUp':
      return action === 'ResendConfirmationCode' ? 'ResendCode' : 'SignUp'
    case 'forgotPassword':
      return 'ForgotPassword'
    case 'attributeVerification':
      return action === 'GetUserAttributeVerificationCode'
        ? 'VerifyUserAttribute'
        : 'UpdateUserAttribute'
    case 'invitation':
      return 'AdminCreateUser'
    default:
      return 'Authentication'
  }
}

/** Finds the client in the input, or in the claims of its access token, which was verified before. */
function clientIdIn(input: object): string {
  const { ClientId, AccessToken }: { ClientId?: unknown; AccessToken?: unknown } = input
  if (typeof ClientId === 'string') return ClientId
  if (typeof AccessToken !== 'string') return ''
  const payload = fromBase64Url(AccessToken.split('.')[1] ?? '')
  const claims: unknown = payload && JSON.parse(fromUtf8(payload))
  const isRead = typeof claims === 'object' && claims !== null && 'client_id' in claims
  return isRead ? String(claims.client_id) : ''
}
