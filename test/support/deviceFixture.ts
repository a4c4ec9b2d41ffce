import { IDBFactory } from 'fake-indexeddb'
import type { Auth } from '#auth/auth.ts'
import type { Assumptions } from '#local-cognito/assumptions.ts'
import { expectChallenge } from './expectations.ts'
import { openBrowser } from './openBrowser.ts'
import { startCognito, type TestPool } from './startCognito.ts'

// A pool that tracks devices, and its only user.

export const email = 'ada@example.com'
export const password = 'Correct-Horse-1'

export const always = {
  ChallengeRequiredOnNewDevice: true,
  DeviceOnlyRememberedOnUserPrompt: false,
}
export const ifTrusted = {
  ChallengeRequiredOnNewDevice: true,
  DeviceOnlyRememberedOnUserPrompt: true,
}

export const flows = ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_AUTH', 'ALLOW_CUSTOM_AUTH'] as const

/** Starts a pool that requires a code by email, and tracks devices. */
export async function startDevicePool(
  DeviceConfiguration: object,
  assumptions: Partial<Assumptions> = {},
): Promise<TestPool> {
  const testPool = await startCognito({
    assumptions,
    pool: { DeviceConfiguration },
    client: { ExplicitAuthFlows: [...flows] },
  })
  const EmailMfaConfiguration = { Subject: 'Your code', Message: 'It is {####}' }
  await testPool.call('SetUserPoolMfaConfig', { MfaConfiguration: 'ON', EmailMfaConfiguration })
  await testPool.createUser(email, password)
  return testPool
}

export function open(testPool: TestPool, config = testPool.config) {
  const indexedDB = new IDBFactory()
  const browser = openBrowser(config, { indexedDB })
  const tab = browser.openTab()
  return { browser, indexedDB, tab, auth: tab.auth }
}

export const signIn = (auth: Auth) => auth.signIn({ username: email, password, rememberMe: false })

export const submitCode = (testPool: TestPool, auth: Auth) =>
  expectChallenge(auth.getState(), 'sentCode').answer({ code: testPool.codeFor(email) })

export function session(auth: Auth) {
  const state = auth.getState()
  if (state.status !== 'signedIn') throw new Error(`not in: ${JSON.stringify(state)}`)
  return state.session
}

/** Returns the devices that Cognito stores for the user. */
export const devicesOf = (testPool: TestPool) =>
  [...testPool.cognito.store.users.values()][0]?.devices ?? []

/** Signs in with the code, and signs out. */
export async function signInAndOut(testPool: TestPool, auth: Auth) {
  await signIn(auth)
  await submitCode(testPool, auth)
  await session(auth).signOut()
}

export const forgetOnServer = (testPool: TestPool) =>
  testPool.call('AdminForgetDevice', { Username: email, DeviceKey: devicesOf(testPool)[0]?.key })
