import { advance } from './advance.ts'
import { codeLength, deliveryFrom, withDelivery } from './attempt.ts'
import type { AttemptOf, Outcome, Steps } from './attempt.ts'
import { sendConfirmation } from './codes.ts'
import { initiateAuth } from '#vault/devices/deviceSignIn.ts'
import { VaultError } from '#vault/wire/errors.ts'
import type { Answers, CodeDelivery, LateCommands } from '#vault/messages.ts'
import { signInOrElse } from './signIn.ts'
import { sendVeiled, tryVeiled } from './veil.ts'

/**
 * Creates the account. An e-mail address that already has one leads to the same step as a new one;
 * a taken name that is no address is told, because only the person can think of another.
 */
export async function signUp(
  steps: Steps,
  input: LateCommands['signUp']['input'],
): Promise<Outcome> {
  const { username, password } = input
  const isEmail = username.includes('@')
  const attributes = isEmail ? { email: username, ...input.attributes } : input.attributes
  const challenge = { kind: 'confirmSignUp' as const, username, codeLength }
  const attempt = { keep: false, ...(password === undefined ? {} : { password }) }
  try {
    const created = await steps.call('SignUp', {
      ClientId: steps.clientId,
      Username: username,
      ...(password === undefined ? {} : { Password: password }),
      UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
    })
    if (created.UserConfirmed) {
      return await enter(steps, { username, ...attempt, session: created.Session })
    }
    const delivery = deliveryFrom(created.CodeDeliveryDetails)
    const signUpSession = created.Session ? { signUpSession: created.Session } : {}
    return {
      to: 'challenge',
      attempt: { ...attempt, ...signUpSession, challenge: withDelivery(challenge, delivery) },
    }
  } catch (error) {
    const taken = error instanceof VaultError && error.data.code === 'usernameTaken'
    if (!taken || !isEmail) throw error
    const delivery = await sendVeiled(username, () => sendConfirmation(steps, username))
    return {
      to: 'challenge',
      attempt: { ...attempt, veiled: true, challenge: withDelivery(challenge, delivery) },
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
 * Confirms the account and signs in: by the session of the sign-up where the client has USER_AUTH, or
 * with the password while it is still known here; otherwise leads to the sign-in page.
 */
export async function confirmSignUp(
  steps: Steps,
  { challenge: { username }, password, keep, veiled, signUpSession }: AttemptOf<'confirmSignUp'>,
  { code }: Answers['confirmSignUp'],
): Promise<Outcome> {
  const confirm = () =>
    steps.call('ConfirmSignUp', {
      ClientId: steps.clientId,
      Username: username,
      ConfirmationCode: code,
      ...(signUpSession === undefined ? {} : { Session: signUpSession }),
    })
  let session: string | undefined
  try {
    session = (await (veiled ? tryVeiled(confirm) : confirm())).Session
  } catch (error) {
    // Confirmed meanwhile, by a link or in another tab, is as good.
    if (!(error instanceof VaultError) || error.data.code !== 'alreadyConfirmed') throw error
  }
  return enter(steps, { username, keep, session, ...(password === undefined ? {} : { password }) })
}

interface Newcomer {
  username: string
  keep: boolean
  password?: string
  /** Of SignUp or ConfirmSignUp: proves that this is who signed up. Good once, for a few minutes. */
  session: string | undefined
}

/** Signs in somebody whose account is ready. What goes wrong here only costs a sign-in by hand. */
async function enter(steps: Steps, { username, keep, password, session }: Newcomer) {
  const otherwise = confirmed(username)
  const bySession = await enterBySession(steps, { username, keep, session })
  if (bySession) return bySession
  if (password === undefined) return otherwise
  const outcome = await signInOrElse(steps, { username, password, keep }, otherwise)
  // Cognito is not yet of one mind: asked once more, the person would be at the same step for ever.
  const again = outcome.to === 'challenge' && outcome.attempt.challenge.kind === 'confirmSignUp'
  return again ? otherwise : outcome
}

async function enterBySession(
  steps: Steps,
  { username, keep, session }: Omit<Newcomer, 'password'>,
): Promise<Outcome | undefined> {
  if (session === undefined) return undefined
  try {
    const response = await initiateAuth(steps, {
      AuthFlow: 'USER_AUTH',
      Session: session,
      AuthParameters: { USERNAME: username },
    })
    return await advance(steps, response, { username, keep })
  } catch (error) {
    if (error instanceof VaultError) return undefined
    throw error
  }
}
