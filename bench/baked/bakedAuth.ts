import type { Auth } from '#auth/auth.ts'
import type { AuthState, Session } from '#auth/state.ts'

const userId = 'a3f1c2d4-0000-4000-8000-000000000001'

/** Answers of `callCognito`, by action. */
const answers: Record<string, object> = {
  GetUser: {
    Username: userId,
    UserAttributes: [
      { Name: 'sub', Value: userId },
      { Name: 'email', Value: 'ada@example.com' },
      { Name: 'email_verified', Value: 'true' },
      { Name: 'name', Value: 'Ada Lovelace' },
    ],
  },
}

/** For everything that the account page does not call before it is drawn. */
const refuse = (): Promise<never> => Promise.reject(new Error('The baked page has no vault'))

const session: Session = {
  userId,
  username: userId,
  email: 'ada@example.com',
  groups: [],
  signedInAt: Date.now(),
  accessIssuedAt: Date.now(),
  accessExpiresAt: Date.now() + 3_600_000,
  beganOverDomain: false,
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the constants are answers of these actions
  callCognito: (action) => Promise.resolve(answers[action] as never),
  claims: refuse,
  renewTokens: refuse,
  forgetDevice: refuse,
  setMfaPreference: refuse,
  deleteUser: refuse,
  fetch: refuse,
  reauthenticate: refuse,
  stepUp: refuse,
  answerReauthentication: refuse,
  signOutElsewhere: refuse,
  signOutEverywhere: refuse,
  check: () => Promise.resolve({}),
  signOut: refuse,
}

const state: AuthState = { status: 'signedIn', session }

/** Auth of a user who is signed in from the start, without a vault. */
export const bakedAuth: Auth = {
  getState: () => state,
  subscribe: () => () => undefined,
  restored: Promise.resolve(),
  prepareSignIn: () => undefined,
  networkRestored: () => undefined,
  signIn: refuse,
  startUserAuth: refuse,
  signUp: refuse,
  forgotPassword: refuse,
  answerLink: refuse,
  offerPasskey: refuse,
  signInWithOfferedPasskey: refuse,
  startFederatedSignIn: refuse,
  finishFederatedSignIn: refuse,
}
