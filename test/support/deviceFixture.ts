import { IDBFactory } from 'fake-indexeddb'
import type { Auth } from '#auth/auth.ts'
import { posed } from './expectations.ts'
import { openBrowser } from './openBrowser.ts'
import { startCognito } from './startCognito.ts'

// A pool that tracks devices, and somebody who comes to it: for tests.

export const email = 'ada@example.com'
export const password = 'Correct-Horse-1'

type World = Awaited<ReturnType<typeof startCognito>>

export const always = {
  ChallengeRequiredOnNewDevice: true,
  DeviceOnlyRememberedOnUserPrompt: false,
}
export const ifTrusted = {
  ChallengeRequiredOnNewDevice: true,
  DeviceOnlyRememberedOnUserPrompt: true,
}

export const flows = ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_AUTH', 'ALLOW_CUSTOM_AUTH'] as const

/** A pool that asks for a code by mail, and tracks devices. */
export async function start(DeviceConfiguration: object): Promise<World> {
  const world = await startCognito({
    pool: { DeviceConfiguration },
    client: { ExplicitAuthFlows: [...flows] },
  })
  const EmailMfaConfiguration = { Subject: 'Your code', Message: 'It is {####}' }
  await world.call('SetUserPoolMfaConfig', { MfaConfiguration: 'ON', EmailMfaConfiguration })
  await world.createUser(email, password)
  return world
}

export function open(world: World, config = world.config) {
  const indexedDB = new IDBFactory()
  const browser = openBrowser(config, { indexedDB })
  const tab = browser.openTab()
  return { browser, indexedDB, tab, auth: tab.auth }
}

export const signIn = (auth: Auth) => auth.signIn({ username: email, password, rememberMe: false })

export const giveCode = (world: World, auth: Auth) =>
  posed(auth.getState(), 'sentCode').answer({ code: world.codeFor(email) })

export function session(auth: Auth) {
  const state = auth.getState()
  if (state.status !== 'signedIn') throw new Error(`not in: ${JSON.stringify(state)}`)
  return state.session
}

/** The devices that Cognito has of the one user. */
export const devicesOf = (world: World) => [...world.cognito.store.users.values()][0]?.devices ?? []

/** Signs in with the code, and out again. */
export async function visit(world: World, auth: Auth) {
  await signIn(auth)
  await giveCode(world, auth)
  await session(auth).signOut()
}

export const forgetOnServer = (world: World) =>
  world.call('AdminForgetDevice', { Username: email, DeviceKey: devicesOf(world)[0]?.key })
