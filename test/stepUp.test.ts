import { Secret, TOTP } from 'otpauth'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Auth } from '#auth/auth.ts'
import type { Reauthentication } from '#auth/state.ts'
import { posed } from './expectations.ts'
import { openBrowser } from './openBrowser.ts'
import { startCognito } from './startCognito.ts'

// Levels (TARGET_ACR_VALUES) and how old a proof may be (MAX_AGE), where the pool has them.

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const email = 'ada@example.com'
const password = 'Correct-Horse-1'
const minutes = 60_000
const twoFactors = { acrValues: 'urn:cognito:loa:3', maxAgeSeconds: 600 }

function session(auth: Auth) {
  const state = auth.getState()
  if (state.status !== 'signedIn') throw new Error(`not in: ${JSON.stringify(state)}`)
  return state.session
}

const codeOf = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) }).generate()

/** Ada, in by her password alone, who has turned on an app since. */
async function withApp() {
  const world = await startCognito({ client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH'] } })
  await world.call('SetUserPoolMfaConfig', {
    MfaConfiguration: 'OPTIONAL',
    SoftwareTokenMfaConfiguration: { Enabled: true },
  })
  await world.createUser(email, password)
  const { auth } = openBrowser(world.config).openTab()
  await auth.identify({ username: email, keepSignedIn: false, preferred: 'PASSWORD' })
  await posed(auth.getState(), 'password').answer({ password })
  const { SecretCode = '' } = await session(auth).act('AssociateSoftwareToken', {})
  await session(auth).act('VerifySoftwareToken', { UserCode: codeOf(SecretCode) })
  await session(auth).act('SetUserMFAPreference', {
    SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
  })
  // That code is used up.
  vi.setSystemTime(Date.now() + minutes)
  return { auth, code: () => codeOf(SecretCode) }
}

const kindOf = ({ challenge }: Reauthentication) => challenge?.kind

it('asks only for what is missing, and for nothing once that is given', async () => {
  const { auth, code } = await withApp()
  expect(kindOf(await session(auth).proveAgain(twoFactors))).toBe('totpCode')
  const answer = { kind: 'totpCode', code: code() } as const
  expect(await session(auth).answerReauthentication(answer)).toEqual({})
  const { signedInAt } = session(auth)
  vi.setSystemTime(Date.now() + 5 * minutes)
  expect(await session(auth).proveAgain(twoFactors)).toEqual({})
  expect(session(auth).signedInAt).toBe(signedInAt)
})

it('asks for everything again when that is too long ago', async () => {
  const { auth, code } = await withApp()
  vi.setSystemTime(Date.now() + 11 * minutes)
  expect(kindOf(await session(auth).proveAgain(twoFactors))).toBe('password')
  const next = await session(auth).answerReauthentication({ kind: 'password', password })
  expect(kindOf(next)).toBe('totpCode')
  const answer = { kind: 'totpCode', code: code() } as const
  expect(await session(auth).answerReauthentication(answer)).toEqual({})
  expect(session(auth).signedInAt).toBeGreaterThan(Date.now() - minutes)
})
