import { codeLength, deliveryFrom, withDelivery } from './attempt.ts'
import type { AttemptOf, Outcome, Steps } from './attempt.ts'
import { sendConfirmation } from './codes.ts'
import { VaultError } from './errors.ts'
import type { CodeDelivery, Commands } from './messages.ts'
import { signInOrElse } from './signIn.ts'
import { sendVeiled, tryVeiled } from './veil.ts'

/**
 * Creates the account. An e-mail address that already has one leads to the same step as a new one;
 * a taken name that is no address is told, because only the person can think of another.
 */
export async function signUp(steps: Steps, input: Commands['signUp']['input']): Promise<Outcome> {
  const { username, password } = input
  const isEmail = username.includes('@')
  const attributes = isEmail ? { email: username, ...input.attributes } : input.attributes
  const challenge = { kind: 'confirmSignUp' as const, username, codeLength }
  try {
    const created = await steps.call('SignUp', {
      ClientId: steps.clientId,
      Username: username,
      Password: password,
      UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
    })
    if (created.UserConfirmed) {
      return await signInOrElse(steps, { username, password, keep: false }, confirmed(username))
    }
    const delivery = deliveryFrom(created.CodeDeliveryDetails)
    return {
      to: 'challenge',
      attempt: { keep: false, password, challenge: withDelivery(challenge, delivery) },
    }
  } catch (error) {
    const taken = error instanceof VaultError && error.data.code === 'usernameTaken'
    if (!taken || !isEmail) throw error
    const delivery = await sendVeiled(username, () => sendConfirmation(steps, username))
    return {
      to: 'challenge',
      attempt: {
        keep: false,
        password,
        veiled: true,
        challenge: withDelivery(challenge, delivery),
      },
    }
  }
}

function confirmed(username: string) {
  return { to: 'signIn', username, reason: 'confirmed' } as const
}

/** Sends the code of a sign-up once more. */
export function resendConfirmation(
  steps: Steps,
  { challenge: { username }, veiled }: AttemptOf<'confirmSignUp'>,
): Promise<CodeDelivery | undefined> {
  steps.countSend(username)
  const send = () => sendConfirmation(steps, username)
  return veiled ? sendVeiled(username, send) : send()
}

/**
 * Confirms the account and signs in while its password is still known here; otherwise leads to the
 * sign-in page.
 */
export async function confirmSignUp(
  steps: Steps,
  { challenge: { username }, password, keep, veiled }: AttemptOf<'confirmSignUp'>,
  code: string,
): Promise<Outcome> {
  const confirm = () =>
    steps.call('ConfirmSignUp', {
      ClientId: steps.clientId,
      Username: username,
      ConfirmationCode: code,
    })
  try {
    await (veiled ? tryVeiled(confirm) : confirm())
  } catch (error) {
    // Confirmed meanwhile, by a link or in another tab, is as good.
    if (!(error instanceof VaultError) || error.data.code !== 'alreadyConfirmed') throw error
  }
  if (password === undefined) return confirmed(username)
  const outcome = await signInOrElse(steps, { username, password, keep }, confirmed(username))
  // Cognito is not yet of one mind: asked once more, the person would be at the same step for ever.
  const again = outcome.to === 'challenge' && outcome.attempt.challenge.kind === 'confirmSignUp'
  return again ? confirmed(username) : outcome
}
