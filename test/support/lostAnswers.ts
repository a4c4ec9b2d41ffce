import { startRegistration } from '@simplewebauthn/browser'
import { HttpResponse } from 'msw'
import { Secret, TOTP } from 'otpauth'
import { expect } from 'vitest'
import type { Auth } from '#auth/auth.ts'
import { expectChallenge } from './expectations.ts'
import { openBrowser } from './openBrowser.ts'
import { plugInAuthenticator } from './softwareAuthenticator.ts'
import { startCognito, type PoolSettings, type TestPool } from './startCognito.ts'

export const email = 'ada@example.com'
export const password = 'Correct-Horse-1'
export const newPassword = 'Another-Horse-2'

/** What becomes of an answer on its way. */
export const losses: [string, () => Response | Promise<Response>, string][] = [
  ['truncated', () => new Response('{"Sess'), 'serviceUnavailable'],
  ['reset', () => HttpResponse.error(), 'network'],
  ['silent', () => new Promise<Response>(() => undefined), 'timeout'],
]

export interface Visit {
  testPool: TestPool
  auth: Auth
  /** Whether Cognito has done what it was asked. */
  isDone: boolean
}

export function session({ auth }: Pick<Visit, 'auth'>) {
  const state = auth.getState()
  if (state.status !== 'signedIn') throw new Error(`not signed in: ${JSON.stringify(state)}`)
  return state.session
}

export const expectStatus = (visit: Visit, expected: object) =>
  expect(visit.auth.getState()).toMatchObject(expected)
export const signedIn = (visit: Visit) => expectStatus(visit, { status: 'signedIn' })
export const codeOf = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) }).generate()
export const credentials = { username: email, password, rememberMe: false }
export const userOf = ({ testPool }: Visit) => [...testPool.cognito.store.users.values()][0]

/** Signs in a user of the pool. */
export async function enter({ testPool, auth }: Visit) {
  await testPool.createUser(email, password)
  await auth.signIn(credentials)
}

export async function startTotp(visit: Visit): Promise<string> {
  await visit.testPool.call('SetUserPoolMfaConfig', {
    MfaConfiguration: 'OPTIONAL',
    SoftwareTokenMfaConfiguration: { Enabled: true },
    WebAuthnConfiguration: { RelyingPartyId: 'localhost', UserVerification: 'required' },
  })
  await enter(visit)
  const { SecretCode = '' } = await session(visit).callCognito('AssociateSoftwareToken', {})
  return SecretCode
}

export const passkeyPool: PoolSettings = {
  pool: { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } } },
  client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_SRP_AUTH'] },
}

export async function makePasskey(visit: Visit) {
  await visit.testPool.call('SetUserPoolMfaConfig', {
    MfaConfiguration: 'OFF',
    WebAuthnConfiguration: { RelyingPartyId: 'localhost', UserVerification: 'required' },
  })
  await enter(visit)
  plugInAuthenticator()
  const { callCognito } = session(visit)
  const { CredentialCreationOptions } = await callCognito('StartWebAuthnRegistration', {})
  type Options = Parameters<typeof startRegistration>[0]['optionsJSON']
  const registration = await startRegistration({
    optionsJSON: CredentialCreationOptions as unknown as Options,
  })
  // AWS types it as any document.
  return registration as unknown as Record<string, string>
}

export const signUp = (visit: Visit, username = email) =>
  visit.auth.signUp({ username, password, attributes: username === email ? {} : { email } })

/** Lets Cognito do the work once, and spoils its answer. */
export function loseAnswer(
  visit: Visit,
  action: string,
  answer: () => Response | Promise<Response>,
) {
  visit.testPool.answerInstead(action, async (request) => {
    const done = await visit.testPool.cognito.handle(request.clone())
    expect(done.status).toBe(200)
    visit.testPool.recover()
    visit.isDone = true
    return answer()
  })
}

export async function open(settings: PoolSettings = {}): Promise<Visit> {
  const testPool = await startCognito(settings)
  const { auth } = openBrowser(testPool.config).openTab()
  await auth.restored
  return { testPool, auth, isDone: false }
}

/** The newest code confirms the account. */
export async function confirmsByCode(visit: Visit) {
  const challenge = expectChallenge(visit.auth.getState(), 'confirmSignUp')
  await challenge.answer({ code: visit.testPool.codeFor(email) })
  signedIn(visit)
}

export async function startChange(visit: Visit): Promise<() => Promise<unknown>> {
  await enter(visit)
  const passwords = { PreviousPassword: password, ProposedPassword: newPassword }
  return () => session(visit).callCognito('ChangePassword', passwords)
}
