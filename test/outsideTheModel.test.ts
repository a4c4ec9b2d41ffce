import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Auth } from '#auth/auth.ts'
import type { Actions } from '#vault/cognito/actions.ts'
import { isAccountAction, type AccountAction } from '#vault/protocol/accountActions.ts'
import { always, session } from '#test/support/deviceFixture.ts'
import { attributesOf, errorCode, expectChallenge } from '#test/support/expectations.ts'
import { fakeTimers, untilSettled } from '#test/support/movedTime.ts'
import { openBrowser } from '#test/support/openBrowser.ts'
import { startCognito, type TestPool } from '#test/support/startCognito.ts'

// Answers that are not in Cognito's API model: of a firewall, of the protocol, of the network between.

beforeEach(fakeTimers)
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const page = '<!doctype html><title>403 Forbidden</title><h1>Request blocked</h1>'
const json = (body: object, status: number) => Response.json(body, { status })
const exception = (__type: string, status = 400) =>
  json({ __type, message: 'Rate exceeded' }, status)

/**
 * An answer from outside the model, and the code that it has whichever action it answers; for
 * an empty body it depends on the action.
 */
const answers: Record<string, [answer: () => Response | Promise<Response>, code?: string]> = {
  '403 and a page': [() => new Response(page, { status: 403 }), 'blocked'],
  "403 and a firewall's JSON": [() => json({ message: 'Forbidden' }, 403), 'blocked'],
  '403 and an unknown exception': [() => exception('AccessDeniedException', 403), 'blocked'],
  '405 and a captcha': [() => firewall('captcha', 405), 'blocked'],
  '202 and a challenge': [() => firewall('challenge', 202), 'blocked'],
  ThrottlingException: [() => exception('ThrottlingException'), 'tooManyRequests'],
  RequestLimitExceeded: [() => exception('RequestLimitExceeded'), 'tooManyRequests'],
  ServiceUnavailableException: [
    () => exception('ServiceUnavailableException', 503),
    'serviceUnavailable',
  ],
  InternalFailure: [() => exception('InternalFailure', 500), 'serviceUnavailable'],
  UnknownOperationException: [() => exception('UnknownOperationException'), 'misconfigured'],
  '200 and nothing': [() => new Response('')],
  'no answer': [() => new Promise<Response>(() => undefined), 'timeout'],
}

/** https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-how-it-works.html */
const firewall = (action: 'captcha' | 'challenge', status: number) =>
  new Response('', { status, headers: { 'x-amzn-waf-action': action } })

/** A user of the pool who has opened the portal. */
interface Visit {
  testPool: TestPool
  auth: Auth
  email: string
}

interface Journey {
  /** Comes to where the action is called next. */
  start: (visit: Visit) => Promise<void>
  /** Calls it. */
  run: (visit: Visit) => Promise<unknown>
  /** Whether it goes on without the action. */
  isBestEffort?: true
  /** Whether 200 with an empty body is a success: the model requires no member, and the next step needs none. */
  mayBeEmpty?: true
}

const password = 'Correct-Horse-1'
const code = '000000'

const signIn = ({ auth, email }: Visit) =>
  auth.signIn({ username: email, password, rememberMe: false })
const signUp = ({ auth, email }: Visit) =>
  auth.signUp({ username: `new-${email}`, password, attributes: {} })

/** An action of a signed-in user for their own account. */
const own = (action: AccountAction, input: object, mayBeEmpty?: true): Journey => ({
  start: signIn,
  run: ({ auth }) => session(auth).callCognito(action, input),
  ...(mayBeEmpty && { mayBeEmpty }),
})

const DeviceKey = 'us-east-1_00000000-0000-4000-8000-000000000000'
const contact = { AttributeName: 'email' }
const passwords = { PreviousPassword: 'Wrong-Horse-1', ProposedPassword: 'Another-Horse-2' }

const journeys: Record<keyof Actions, Journey> = {
  AssociateSoftwareToken: own('AssociateSoftwareToken', {}),
  ChangePassword: own('ChangePassword', passwords, true),
  CompleteWebAuthnRegistration: own('CompleteWebAuthnRegistration', { Credential: {} }, true),
  DeleteUserAttributes: own('DeleteUserAttributes', { UserAttributeNames: ['locale'] }, true),
  DeleteWebAuthnCredential: own('DeleteWebAuthnCredential', { CredentialId: 'a' }, true),
  ForgetDevice: own('ForgetDevice', { DeviceKey }, true),
  GetDevice: own('GetDevice', { DeviceKey }),
  GetUser: own('GetUser', {}),
  GetUserAttributeVerificationCode: own('GetUserAttributeVerificationCode', contact, true),
  GetUserAuthFactors: own('GetUserAuthFactors', {}),
  ListDevices: own('ListDevices', {}, true),
  ListUserSessions: own('ListUserSessions', {}, true),
  ListWebAuthnCredentials: own('ListWebAuthnCredentials', {}),
  RevokeUserSession: own('RevokeUserSession', { SessionId: 'a' }, true),
  SetUserMFAPreference: own('SetUserMFAPreference', {}, true),
  StartWebAuthnRegistration: own('StartWebAuthnRegistration', {}),
  UpdateDeviceStatus: own('UpdateDeviceStatus', { DeviceKey }, true),
  UpdateUserAttributes: own('UpdateUserAttributes', { UserAttributes: [] }, true),
  VerifySoftwareToken: own('VerifySoftwareToken', { UserCode: code }, true),
  VerifyUserAttribute: own('VerifyUserAttribute', { ...contact, Code: code }, true),
  ConfirmDevice: { start: nothing, run: signIn, isBestEffort: true },
  ConfirmForgotPassword: {
    start: ({ auth, email }) => auth.forgotPassword(email),
    run: ({ auth }) =>
      expectChallenge(auth.getState(), 'resetPassword').answer({ code, newPassword: password }),
    mayBeEmpty: true,
  },
  ConfirmSignUp: {
    start: signUp,
    run: ({ auth }) => expectChallenge(auth.getState(), 'confirmSignUp').answer({ code }),
    mayBeEmpty: true,
  },
  DeleteUser: {
    start: signIn,
    run: ({ auth }) => session(auth).deleteUser(),
    mayBeEmpty: true,
  },
  ForgotPassword: {
    start: nothing,
    run: ({ auth, email }) => auth.forgotPassword(email),
    mayBeEmpty: true,
  },
  GetTokensFromRefreshToken: { start: signIn, run: ({ auth }) => session(auth).renewTokens() },
  GlobalSignOut: {
    start: signIn,
    run: ({ auth }) => session(auth).signOutEverywhere(),
    mayBeEmpty: true,
  },
  InitiateAuth: { start: nothing, run: signIn },
  ResendConfirmationCode: {
    start: signUp,
    run: ({ auth }) => expectChallenge(auth.getState(), 'confirmSignUp').resend(),
    mayBeEmpty: true,
  },
  RespondToAuthChallenge: { start: nothing, run: signIn },
  RevokeToken: { start: signIn, run: ({ auth }) => session(auth).signOut(), isBestEffort: true },
  SignUp: { start: nothing, run: signUp },
}

async function nothing() {
  // The page is open.
}

/**
 * Runs the journey with the action answered so.
 * @param usual the code that the action has in this pool without that
 * @returns the code of its error, and what else went wrong
 */
async function meet(
  visit: Visit,
  { action, run, usual }: Journey & { action: string; usual?: unknown },
  answer: () => Response | Promise<Response>,
) {
  const { testPool, auth } = visit
  const before = auth.getState().status
  let isMet = false
  testPool.answerInstead(action, () => {
    isMet = true
    return answer()
  })
  const met = await untilSettled(errorCode(run(visit)), () => isMet && testPool.isIdle())
  testPool.recover()
  if (!isMet) return 'was not called'
  if (met === 'admitted') return met
  // Nothing is lost: a user who was signed in still is, a challenge can still be answered, and the next try can succeed.
  if (auth.getState().status !== before) return `${String(met)}, and ${auth.getState().status}`
  if (before === 'signedIn') await attributesOf(session(auth))
  const next = await errorCode(run(visit))
  return next === met && met !== usual ? `${String(met)}, and again` : met
}

describe('every action has a code for an answer from outside the model:', () => {
  it.each(Object.entries(journeys))('%s', { timeout: 60_000 }, async (action, journey) => {
    const testPool = await startCognito({ pool: { DeviceConfiguration: always } })

    async function visit(email: string): Promise<Visit> {
      await testPool.createUser(email, password)
      const { auth } = openBrowser(testPool.config).openTab()
      await auth.restored
      const made = { testPool, auth, email }
      await journey.start(made)
      return made
    }

    const found: Record<string, unknown> = {}
    const expected: Record<string, unknown> = {}
    const ada = isAccountAction(action) ? await visit('ada@example.com') : undefined
    const usual = ada && (await errorCode(journey.run(ada)))
    for (const [index, [name, [answer, expectedCode]]] of Object.entries(answers).entries()) {
      const visitor = ada ?? (await visit(`user${index}@example.com`))
      found[name] = await meet(visitor, { ...journey, action, usual }, answer)
      expected[name] = journey.isBestEffort ? 'admitted' : (expectedCode ?? ifEmpty(journey))
    }
    expect(found).toEqual(expected)
  })
})

const ifEmpty = ({ isBestEffort, mayBeEmpty }: Journey) =>
  isBestEffort || mayBeEmpty ? 'admitted' : 'serviceUnavailable'
