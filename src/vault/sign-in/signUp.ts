import { readAuthResponse } from './readAuthResponse.ts'
import { codeLength, deliveryFrom, withDelivery } from './pendingChallenge.ts'
import type { PendingChallengeOf, Outcome, FlowDeps } from './pendingChallenge.ts'
import { sendConfirmation } from './sendCodes.ts'
import { initiateAuth } from './deviceSignIn.ts'
import { VaultError } from '#vault/cognito/vaultError.ts'
import type { Answers, CodeDelivery } from '#vault/protocol/challenges.ts'
import type { SignInCommands } from '#vault/protocol/commands.ts'
import { signInOrElse } from './signIn.ts'
import { sendConcealed, tryConcealed } from './concealAccountExistence.ts'

/**
 * Creates the account. An e-mail address that already has one leads to the same step as a new one;
 * a taken name that is no address is told, because only the person can think of another.
 */
export async function signUp(
  flow: FlowDeps,
  input: SignInCommands['signUp']['input'],
): Promise<Outcome> {
  const { username, password } = input
  const isEmail = username.includes('@')
  const attributes = isEmail ? { email: username, ...input.attributes } : input.attributes
  const challenge = { kind: 'confirmSignUp' as const, username, codeLength }
  const pending = { rememberMe: false, ...(password === undefined ? {} : { password }) }
  try {
    const created = await flow.call('SignUp', {
      ClientId: flow.clientId,
      Username: username,
      ...(password === undefined ? {} : { Password: password }),
      UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
    })
    if (created.UserConfirmed) {
      return await signInAfterSignUp(flow, { username, ...pending, session: created.Session })
    }
    const delivery = deliveryFrom(created.CodeDeliveryDetails)
    const signUpSession = created.Session ? { signUpSession: created.Session } : {}
    return {
      kind: 'challenge',
      pending: { ...pending, ...signUpSession, challenge: withDelivery(challenge, delivery) },
    }
  } catch (error) {
    const taken = error instanceof VaultError && error.data.code === 'usernameTaken'
    if (!taken || !isEmail) throw error
    const delivery = await sendConcealed(username, () => sendConfirmation(flow, username))
    return {
      kind: 'challenge',
      pending: { ...pending, concealed: true, challenge: withDelivery(challenge, delivery) },
    }
  }
}

function confirmed(username: string) {
  return { kind: 'signIn', username, reason: 'confirmed' } as const
}

/** Sends the code of a sign-up once more. */
export function resendConfirmation(
  flow: FlowDeps,
  { challenge: { username }, concealed }: PendingChallengeOf<'confirmSignUp'>,
): Promise<CodeDelivery | undefined> {
  flow.countCode(username)
  const send = () => sendConfirmation(flow, username)
  return concealed ? sendConcealed(username, send) : send()
}

/**
 * Confirms the account and signs in: by the session of the sign-up where the client has USER_AUTH, or
 * with the password while it is still known here; otherwise leads to the sign-in page.
 */
export async function confirmSignUp(
  flow: FlowDeps,
  {
    challenge: { username },
    password,
    rememberMe,
    concealed,
    signUpSession,
  }: PendingChallengeOf<'confirmSignUp'>,
  { code }: Answers['confirmSignUp'],
): Promise<Outcome> {
  const confirm = () =>
    flow.call('ConfirmSignUp', {
      ClientId: flow.clientId,
      Username: username,
      ConfirmationCode: code,
      ...(signUpSession === undefined ? {} : { Session: signUpSession }),
    })
  let session: string | undefined
  try {
    session = (await (concealed ? tryConcealed(confirm) : confirm())).Session
  } catch (error) {
    // Confirmed meanwhile, by a link or in another tab, is as good.
    if (!(error instanceof VaultError) || error.data.code !== 'alreadyConfirmed') throw error
  }
  return signInAfterSignUp(flow, {
    username,
    rememberMe,
    session,
    ...(password === undefined ? {} : { password }),
  })
}

interface NewAccount {
  username: string
  rememberMe: boolean
  password?: string
  /** Of SignUp or ConfirmSignUp: proves that this is who signed up. Good once, for a few minutes. */
  session: string | undefined
}

/** Signs in somebody whose account is ready. What goes wrong here only costs a sign-in by hand. */
async function signInAfterSignUp(
  flow: FlowDeps,
  { username, rememberMe, password, session }: NewAccount,
) {
  const otherwise = confirmed(username)
  const bySession = await signInBySession(flow, { username, rememberMe, session })
  if (bySession) return bySession
  if (password === undefined) return otherwise
  const outcome = await signInOrElse(flow, { username, password, rememberMe }, otherwise)
  // Cognito is not yet of one mind: asked once more, the person would be at the same step for ever.
  const restart = outcome.kind === 'challenge' && outcome.pending.challenge.kind === 'confirmSignUp'
  return restart ? otherwise : outcome
}

async function signInBySession(
  flow: FlowDeps,
  { username, rememberMe, session }: Omit<NewAccount, 'password'>,
): Promise<Outcome | undefined> {
  if (session === undefined) return undefined
  try {
    const response = await initiateAuth(flow, {
      AuthFlow: 'USER_AUTH',
      Session: session,
      AuthParameters: { USERNAME: username },
    })
    return await readAuthResponse(flow, response, { username, rememberMe })
  } catch (error) {
    if (error instanceof VaultError) return undefined
    throw error
  }
}
