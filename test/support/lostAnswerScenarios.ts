import { expect } from 'vitest'
import { always, devicesOf } from './deviceFixture.ts'
import { attributesOf, expectChallenge } from './expectations.ts'
import {
  confirmsByCode,
  credentials,
  codeOf,
  email,
  enter,
  expectStatus,
  makePasskey,
  newPassword,
  passkeyPool,
  password,
  session,
  signedIn,
  signUp,
  startChange,
  startTotp,
  userOf,
  type Visit,
} from './lostAnswers.ts'
import { openBrowser } from './openBrowser.ts'
import type { PoolSettings } from './startCognito.ts'

type Press = () => Promise<unknown>

interface Scenario {
  settings?: PoolSettings
  /** Comes to the form, and returns what its button does. */
  start: (visit: Visit) => Promise<Press>
  /** Checks what the user is told and what is in force. */
  check: (visit: Visit) => unknown
}

/** One for each action that changes something. */
export const scenarios: Record<string, Scenario> = {
  ConfirmForgotPassword: {
    async start({ testPool, auth }) {
      await testPool.createUser(email, password)
      await auth.forgotPassword(email)
      const code = testPool.codeFor(email)
      return () => expectChallenge(auth.getState(), 'resetPassword').answer({ code, newPassword })
    },
    async check(visit) {
      signedIn(visit)
      await session(visit).reauthenticate(newPassword)
    },
  },
  ForgotPassword: {
    async start({ testPool, auth }) {
      await testPool.createUser(email, password)
      return () => auth.forgotPassword(email)
    },
    async check(visit) {
      const code = visit.testPool.codeFor(email)
      await expectChallenge(visit.auth.getState(), 'resetPassword').answer({ code, newPassword })
      signedIn(visit)
    },
  },
  SignUp: {
    start: (visit) => Promise.resolve(() => signUp(visit)),
    check: confirmsByCode,
  },
  'SignUp with a username': {
    settings: { pool: { UsernameAttributes: [], AutoVerifiedAttributes: ['email'] } },
    start: (visit) => Promise.resolve(() => signUp(visit, 'ada')),
    check: confirmsByCode,
  },
  'SignUp in a pool that confirms by itself': {
    settings: {
      pool: { LambdaConfig: { PreSignUp: 'local:test' } },
      triggers: {
        'local:test': {
          PreSignUp(event) {
            Object.assign(event.response, { autoConfirmUser: true, autoVerifyEmail: true })
            return event
          },
        },
      },
    },
    start: (visit) => Promise.resolve(() => signUp(visit)),
    check: signedIn,
  },
  ConfirmSignUp: {
    async start(visit) {
      await signUp(visit)
      const code = visit.testPool.codeFor(email)
      return () => expectChallenge(visit.auth.getState(), 'confirmSignUp').answer({ code })
    },
    check: signedIn,
  },
  'ConfirmSignUp of a sign-up that was sent twice': {
    async start(visit) {
      await signUp(visit)
      // From here on, the page does not say whether the account existed.
      await signUp(visit)
      const code = visit.testPool.codeFor(email)
      return () => expectChallenge(visit.auth.getState(), 'confirmSignUp').answer({ code })
    },
    check: signedIn,
  },
  ResendConfirmationCode: {
    async start(visit) {
      await signUp(visit)
      return () => expectChallenge(visit.auth.getState(), 'confirmSignUp').resend()
    },
    check: confirmsByCode,
  },
  ChangePassword: {
    start: startChange,
    check: (visit) => session(visit).reauthenticate(newPassword),
  },
  'ChangePassword in a pool that remembers passwords': {
    settings: {
      pool: {
        UserPoolTier: 'PLUS',
        Policies: { PasswordPolicy: { MinimumLength: 8, PasswordHistorySize: 3 } },
      },
    },
    start: startChange,
    check: (visit) => session(visit).reauthenticate(newPassword),
  },
  UpdateUserAttributes: {
    async start(visit) {
      await enter(visit)
      const UserAttributes = [{ Name: 'email', Value: 'new@example.com' }]
      return () => session(visit).callCognito('UpdateUserAttributes', { UserAttributes })
    },
    check: ({ testPool }) => testPool.codeFor('new@example.com'),
  },
  DeleteUserAttributes: {
    async start(visit) {
      await enter(visit)
      const UserAttributes = [{ Name: 'locale', Value: 'de' }]
      await session(visit).callCognito('UpdateUserAttributes', { UserAttributes })
      const input = { UserAttributeNames: ['locale'] }
      return () => session(visit).callCognito('DeleteUserAttributes', input)
    },
    async check(visit) {
      expect(await attributesOf(session(visit))).not.toHaveProperty('locale')
    },
  },
  GetUserAttributeVerificationCode: {
    async start(visit) {
      await enter(visit)
      return () =>
        session(visit).callCognito('GetUserAttributeVerificationCode', { AttributeName: 'email' })
    },
    check: ({ testPool }) => testPool.codeFor(email),
  },
  CompleteWebAuthnRegistration: {
    settings: passkeyPool,
    async start(visit) {
      const Credential = await makePasskey(visit)
      return () => session(visit).callCognito('CompleteWebAuthnRegistration', { Credential })
    },
    check: (visit) => expect(userOf(visit)?.passkeys).toHaveLength(1),
  },
  DeleteWebAuthnCredential: {
    settings: passkeyPool,
    async start(visit) {
      const Credential = await makePasskey(visit)
      const { callCognito } = session(visit)
      await callCognito('CompleteWebAuthnRegistration', { Credential })
      const { Credentials } = await callCognito('ListWebAuthnCredentials', {})
      const CredentialId = Credentials?.[0]?.CredentialId
      return () => callCognito('DeleteWebAuthnCredential', { CredentialId })
    },
    check: (visit) => expect(userOf(visit)?.passkeys).toEqual([]),
  },
  AssociateSoftwareToken: {
    async start(visit) {
      await startTotp(visit)
      return () => session(visit).callCognito('AssociateSoftwareToken', {})
    },
    check: signedIn,
  },
  VerifySoftwareToken: {
    async start(visit) {
      const UserCode = codeOf(await startTotp(visit))
      return () => session(visit).callCognito('VerifySoftwareToken', { UserCode })
    },
    check: (visit) => expect(userOf(visit)?.mfa?.enabled).toContain('SOFTWARE_TOKEN_MFA'),
  },
  SetUserMFAPreference: {
    async start(visit) {
      const UserCode = codeOf(await startTotp(visit))
      await session(visit).callCognito('VerifySoftwareToken', { UserCode })
      const change = { factor: 'SOFTWARE_TOKEN_MFA', enabled: true } as const
      return () => session(visit).setMfaPreference(change)
    },
    check: (visit) => expect(userOf(visit)?.mfa?.enabled).toContain('SOFTWARE_TOKEN_MFA'),
  },
  ForgetDevice: {
    settings: { pool: { DeviceConfiguration: always } },
    async start(visit) {
      await enter(visit)
      const { access } = await session(visit).claims()
      return () => session(visit).forgetDevice(String(access['device_key']))
    },
    async check(visit) {
      expect(devicesOf(visit.testPool)).toEqual([])
      // This browser has forgotten it, too: it does not offer the device at the next sign-in.
      await session(visit).signOut()
      await visit.auth.signIn(credentials)
      signedIn(visit)
    },
  },
  RevokeUserSession: {
    settings: { pool: { UserPoolTier: 'ESSENTIALS' } },
    async start(visit) {
      await visit.testPool.call('SetUserPoolSessionConfiguration', {
        UserSessionTracking: 'ENABLED',
        TokenSession: { MaxPerUser: 10 },
      })
      await enter(visit)
      await openBrowser(visit.testPool.config).openTab().auth.signIn(credentials)
      const { Sessions = [] } = await session(visit).callCognito('ListUserSessions', {})
      const other = Sessions.find(({ IsCurrentSession }) => !IsCurrentSession)
      const SessionId = other?.SessionId
      return () => session(visit).callCognito('RevokeUserSession', { SessionId })
    },
    async check(visit) {
      const { Sessions } = await session(visit).callCognito('ListUserSessions', {})
      expect(Sessions).toHaveLength(1)
    },
  },
  GlobalSignOut: {
    async start(visit) {
      await enter(visit)
      return () => session(visit).signOutEverywhere()
    },
    check: (visit) => expectStatus(visit, { status: 'signedOut', reason: 'signedOutHere' }),
  },
  'GlobalSignOut before a new sign-in': {
    async start(visit) {
      await enter(visit)
      return () => session(visit).signOutElsewhere(password)
    },
    check: signedIn,
  },
  DeleteUser: {
    async start(visit) {
      await enter(visit)
      return () => session(visit).deleteUser()
    },
    check: (visit) => expectStatus(visit, { status: 'signedOut', reason: 'accountDeleted' }),
  },
}
