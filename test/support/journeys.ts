import type { Auth } from '#auth/auth.ts'
import type { EventReceivers } from '#auth/events/authEvent.ts'
import type { Actions } from '#vault/cognito/actions.ts'
import type { AccountAction } from '#vault/protocol/accountActions.ts'
import { session } from './deviceFixture.ts'
import { expectChallenge } from './expectations.ts'
import { openBrowser } from './openBrowser.ts'
import type { TestPool } from './startCognito.ts'

// A journey to each action of Cognito that the portal calls.

/** A user of the pool who has opened the portal. */
export interface Visit {
  browser: ReturnType<typeof openBrowser>
  testPool: TestPool
  auth: Auth
  email: string
}

export interface Journey {
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

/** One for each action: an action without one does not compile. */
export const journeys: Record<keyof Actions, Journey> = {
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

/** Creates a user, opens the portal, and goes to where the journey calls its action next. */
export async function visit(
  testPool: TestPool,
  journey: Journey,
  email: string,
  events?: EventReceivers,
): Promise<Visit> {
  await testPool.createUser(email, password)
  const browser = openBrowser(testPool.config)
  const { auth } = browser.openTab(undefined, undefined, events)
  await auth.restored
  const made = { testPool, browser, auth, email }
  await journey.start(made)
  return made
}
