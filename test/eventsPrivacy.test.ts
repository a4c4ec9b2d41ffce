import { afterEach, beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest'
import { authenticateWithPasskey } from '#auth/authenticateWithPasskey.ts'
import type { AuthEvent } from '#auth/events/authEvent.ts'
import { registerPasskey } from '#auth/registerPasskey.ts'
import type { PasskeyOptions } from '#auth/state.ts'
import { session } from '#test/support/deviceFixture.ts'
import { errorCode, expectChallenge } from '#test/support/expectations.ts'
import { journeys, visit } from '#test/support/journeys.ts'
import { openBrowser } from '#test/support/openBrowser.ts'
import { expectListed, openRecordedTab } from '#test/support/recordEvents.ts'
import { plugInAuthenticator } from '#test/support/softwareAuthenticator.ts'
import { startCognito } from '#test/support/startCognito.ts'

// Events have names of closed lists, numbers and booleans: nothing that a user typed or that Cognito wrote. The
// recorder checks the events of every journey in the tests beside this one, too.

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  // An address in which a user has written something.
  vi.stubGlobal('location', { pathname: '/account/ada.lovelace@example.com' })
})
afterEach(() => void vi.useRealTimers())

/** Whether a type has one of a few values, not any text. */
type IsClosed<Value> = string extends Value ? false : true
type AreClosed<Event> = Event extends unknown
  ? { [Name in keyof Event]-?: IsClosed<Event[Name]> }[keyof Event]
  : never

it('have no member that can be any text', () => {
  // The compiler checks it.
  expectTypeOf<AreClosed<AuthEvent>>().toEqualTypeOf<true>()
})

const email = 'ada.lovelace@example.com'
const ownWords = 'Ada Lovelace may not come in'

describe('have no secret', () => {
  const refusal = { __type: 'UserLambdaValidationException', message: `PreSignUp: ${ownWords}` }
  it.each([
    ['that is accepted', undefined],
    ['that a trigger refuses', () => Response.json(refusal, { status: 400 })],
  ] as const)('in a journey to each action of Cognito %s', async (_, answer) => {
    const events: AuthEvent[] = []
    const secrets = [email, 'ada', 'lovelace', 'Horse', '000000', 'eyJ', '@']
    for (const [action, journey] of Object.entries(journeys)) {
      const testPool = await startCognito()
      const made = await visit(testPool, journey, email, { onEvent: (event) => events.push(event) })
      if (answer) testPool.answerInstead(action, answer)
      await errorCode(journey.run(made))
      secrets.push(testPool.UserPoolId, testPool.ClientId)
      for (const { sub } of testPool.cognito.store.users.values()) secrets.push(sub)
      for (const { code } of testPool.cognito.store.messages) secrets.push(code)
    }
    expect(events.length).toBeGreaterThan(80)
    expectListed(events)
    const text = JSON.stringify(events).toLowerCase()
    expect(secrets.filter((secret) => text.includes(secret.toLowerCase()))).toEqual([])
  })
})

it('are found out if they have one', () => {
  // An event that must not be, and that does not compile.
  const leak = { name: 'begun', journey: 'signIn', username: email, at: 1 } as unknown as AuthEvent
  expect(() => expectListed([leak])).toThrow('username')
})

it('of a passkey name the step and the list of the browser, not the credential', async () => {
  plugInAuthenticator()
  const testPool = await startCognito({
    pool: { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } } },
    client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_SRP_AUTH'] },
  })
  const WebAuthnConfiguration = { RelyingPartyId: 'localhost', UserVerification: 'required' }
  await testPool.call('SetUserPoolMfaConfig', { WebAuthnConfiguration })
  const password = 'Correct-Horse-1'
  await testPool.createUser(email, password)
  const { auth, lines } = await openRecordedTab(openBrowser(testPool.config))
  await auth.signIn({ username: email, password, rememberMe: false })
  const { callCognito } = session(auth)
  const { CredentialCreationOptions } = await callCognito('StartWebAuthnRegistration', {})
  const made = await registerPasskey(CredentialCreationOptions)
  if (made.status !== 'registered') throw new Error(made.status)
  await callCognito('CompleteWebAuthnRegistration', { Credential: made.credential })
  await session(auth).signOut()

  const credentialFor = async (options: PasskeyOptions | undefined) => {
    const result = options && (await authenticateWithPasskey(options))
    if (result?.status !== 'authenticated') throw new Error(result?.status)
    return result.credential
  }
  await auth.startUserAuth({ username: email, rememberMe: false, preferred: 'WEB_AUTHN' })
  const { options, answer } = expectChallenge(auth.getState(), 'passkey')
  await answer({ credential: await credentialFor(options) })
  await session(auth).signOut()
  const offered = await auth.offerPasskey({ username: email, rememberMe: false })
  await auth.signInWithOfferedPasskey({ credential: await credentialFor(offered.options) })
  expect(lines().slice(-8)).toEqual([
    'ended signedOutHere',
    'begun signIn form USER_AUTH',
    'asked signIn passkey',
    'answered signIn passkey',
    'finished signIn passkey USER_AUTH true',
    'ended signedOutHere',
    'begun signIn form passkeyAutofill',
    'finished signIn form passkeyAutofill true',
  ])
})
