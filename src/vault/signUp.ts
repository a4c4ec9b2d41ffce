import { codeLength, deliveryFrom, withDelivery } from './attempt.ts'
import type { AttemptOf, Outcome, Steps } from './attempt.ts'
import { resendVeiled } from './confirmation.ts'
import { VaultError } from './errors.ts'
import { signIn, signInOrElse } from './signIn.ts'

export interface SignUpInput {
  username: string
  password: string
  attributes: Record<string, string>
}

/**
 * Creates the account. An e-mail address that already has one leads to the same step as a new one;
 * a taken name that is no address is told, because only the person can think of another.
 */
export async function signUp(steps: Steps, input: SignUpInput): Promise<Outcome> {
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
    if (created.UserConfirmed) return await signIn(steps, { username, password, keep: false })
    const delivery = deliveryFrom(created.CodeDeliveryDetails)
    return {
      to: 'challenge',
      attempt: { keep: false, password, challenge: withDelivery(challenge, delivery) },
    }
  } catch (error) {
    const taken = error instanceof VaultError && error.data.code === 'usernameTaken'
    if (!taken || !isEmail) throw error
    const delivery = await resendVeiled(steps, username)
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

/**
 * Confirms the account and signs in while its password is still known here; otherwise leads to the
 * sign-in page.
 */
export async function confirmSignUp(
  steps: Steps,
  attempt: AttemptOf<'confirmSignUp'>,
  code: string,
): Promise<Outcome> {
  const { username } = attempt.challenge
  try {
    await steps.call('ConfirmSignUp', {
      ClientId: steps.clientId,
      Username: username,
      ConfirmationCode: code,
    })
  } catch (error) {
    if (!(error instanceof VaultError) || error.data.code !== 'alreadyConfirmed') throw error
    // Confirmed meanwhile, by a link or in another tab, is as good. Behind the veil it would tell.
    if (attempt.veiled) throw new VaultError({ code: 'codeMismatch' }, undefined, { cause: error })
  }
  const confirmed = { to: 'signIn', username, reason: 'confirmed' } as const
  if (attempt.password === undefined) return confirmed
  return signInOrElse(
    steps,
    { username, password: attempt.password, keep: attempt.keep },
    confirmed,
  )
}
