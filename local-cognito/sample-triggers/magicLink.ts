import { equalBytes, randomBytes, toBase64Url, utf8 } from '#local-cognito/bytes.ts'
import { deliveryDetails, simulatedDelivery } from '#local-cognito/messages/delivery.ts'
import type { TriggerContext, TriggerEvents, TriggerFunctions } from '#local-cognito/triggers.ts'
import { threeAttempts } from './threeAttempts.ts'

/** Metadata stays on the server, so it can carry the token from one attempt to the next. */
const TOKEN = 'MAGIC_LINK:'

/** Asks the client for the address of the link. The answer does not count as an attempt. */
const ADDRESS = 'PROVIDE_AUTH_PARAMETERS'

/**
 * Sample trigger that emails a link: the client's address with `#magic-link=TOKEN`; the answer is
 * the token. InitiateAuth's ClientMetadata reaches no trigger, so a client without a CallbackURL is
 * first asked for its address: it answers anything, with `redirectUri` in ClientMetadata.
 */
export const magicLink: TriggerFunctions = {
  DefineAuthChallenge: threeAttempts((metadata) => metadata !== ADDRESS),

  CreateAuthChallenge(event, context) {
    const { session } = event.request
    const sent = session.findLast(({ challengeMetadata: text }) => text?.startsWith(TOKEN))
    const token = sent?.challengeMetadata?.slice(TOKEN.length)
    // The emailed link stays valid after a wrong answer.
    if (token !== undefined) return challenge(event, token)
    const address = addressOf(event.request.clientMetadata?.['redirectUri'], context)
    if (address === undefined) {
      event.response.publicChallengeParameters = { challenge: ADDRESS }
      event.response.challengeMetadata = ADDRESS
      return event
    }
    const fresh = toBase64Url(randomBytes(32))
    const email = verifiedEmail(event)
    if (email !== undefined)
      context.send({
        to: email,
        medium: 'EMAIL',
        kind: 'magicLink',
        code: `${address}#magic-link=${fresh}`,
      })
    return challenge(event, fresh)
  },

  VerifyAuthChallengeResponse(event) {
    const { privateChallengeParameters: secrets, challengeAnswer } = event.request
    const token = secrets['token'] ?? ''
    event.response.answerCorrect = token !== '' && equalBytes(utf8(token), utf8(challengeAnswer))
    return event
  },
}

/** Identical whether or not a link was sent, so that it reveals no accounts. */
function challenge(event: TriggerEvents['CreateAuthChallenge'], token: string) {
  const email = verifiedEmail(event)
  const { Destination = '' } =
    email === undefined ? simulatedDelivery(event.userName) : deliveryDetails('email', email)
  event.response.publicChallengeParameters = {
    challenge: 'MAGIC_LINK',
    CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL',
    CODE_DELIVERY_DESTINATION: Destination,
  }
  event.response.privateChallengeParameters = { token }
  event.response.challengeMetadata = `${TOKEN}${token}`
  return event
}

function verifiedEmail({
  request: { userAttributes: user },
}: TriggerEvents['CreateAuthChallenge']) {
  return user['email_verified'] === 'true' ? user['email'] : undefined
}

/**
 * Validates the address of the link. Anyone can start a sign-in with an address of their choice,
 * and the link carries a secret, so only the client's own addresses and localhost are allowed.
 */
function addressOf(asked: string | undefined, { addresses }: TriggerContext) {
  const [first] = addresses
  const wanted = asked ?? first
  if (wanted === undefined) return undefined
  const url = URL.canParse(wanted) ? new URL(wanted) : undefined
  const known = [...addresses].some(
    (each) => URL.canParse(each) && new URL(each).origin === url?.origin,
  )
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:'
  if (!url || !isWeb || !(known || LOOPBACK.has(url.hostname)))
    throw new Error('redirectUri is not an address of this client')
  url.hash = ''
  return url.href
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])
