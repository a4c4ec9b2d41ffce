import { Secret, TOTP } from 'otpauth'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Auth } from '#auth/auth.ts'
import type { Reauthentication } from '#auth/state.ts'
import { posed } from '#test/support/expectations.ts'
import { openBrowser } from '#test/support/openBrowser.ts'
import { startCognito } from '#test/support/startCognito.ts'

// Levels (TARGET_ACR_VALUES) and how old a proof may be (MAX_AGE), as
// https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-step-up-authentication.html has them.

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const email = 'ada@example.com'
const password = 'Correct-Horse-1'
const minutes = 60_000
const [password1, code3, app4] = [1, 3, 4].map((level) => `urn:cognito:loa:${level}`)
const careful = { acrValues: `${app4} ${password1}`, maxAgeSeconds: 600 }

function session(auth: Auth) {
  const state = auth.getState()
  if (state.status !== 'signedIn') throw new Error(`not in: ${JSON.stringify(state)}`)
  return state.session
}

const codeOf = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) }).generate()

/** Ada, in by her password alone, where `acrValues` is what the portal asks of careful actions. */
async function inByPassword(acrValues?: string, settings: object = {}) {
  const world = await startCognito({ client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH'] } })
  await world.call('UpdateUserPool', settings)
  await world.call('SetUserPoolMfaConfig', {
    MfaConfiguration: 'OPTIONAL',
    SoftwareTokenMfaConfiguration: { Enabled: true },
  })
  await world.createUser(email, password)
  const signIn = { ...world.config.signIn, ...(acrValues !== undefined && { acrValues }) }
  const { auth } = openBrowser({ ...world.config, signIn }).openTab()
  await auth.startUserAuth({ username: email, rememberMe: false, preferred: 'PASSWORD' })
  await posed(auth.getState(), 'password').answer({ password })
  return auth
}

/** She has turned on an app since. */
async function withApp(auth: Auth) {
  const { SecretCode = '' } = await session(auth).callCognito('AssociateSoftwareToken', {})
  await session(auth).callCognito('VerifySoftwareToken', { UserCode: codeOf(SecretCode) })
  await session(auth).callCognito('SetUserMFAPreference', {
    SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
  })
  // That code is used up.
  vi.setSystemTime(Date.now() + minutes)
  return () => codeOf(SecretCode)
}

const kindOf = ({ challenge }: Reauthentication) => challenge?.kind

it('asks only for what is missing, and for nothing once that is given', async () => {
  const auth = await inByPassword(careful.acrValues)
  const code = await withApp(auth)
  expect(kindOf(await session(auth).stepUp(careful))).toBe('totpCode')
  const answer = { kind: 'totpCode', code: code() } as const
  expect(await session(auth).answerReauthentication(answer)).toEqual({})
  const { signedInAt } = session(auth)
  vi.setSystemTime(Date.now() + 5 * minutes)
  expect(await session(auth).stepUp(careful)).toEqual({})
  // Below what she has reached.
  expect(await session(auth).stepUp({ ...careful, acrValues: `${code3}` })).toEqual({})
  expect(session(auth).signedInAt).toBe(signedInAt)
})

it('asks for nothing of somebody who has nothing better than what they proved', async () => {
  const auth = await inByPassword(careful.acrValues)
  expect(await session(auth).stepUp(careful)).toEqual({})
})

it('asks for everything of somebody whose sign-in was asked for no level', async () => {
  const auth = await inByPassword()
  const code = await withApp(auth)
  expect(kindOf(await session(auth).stepUp(careful))).toBe('password')
  const next = await session(auth).answerReauthentication({ kind: 'password', password })
  expect(kindOf(next)).toBe('totpCode')
  const answer = { kind: 'totpCode', code: code() } as const
  expect(await session(auth).answerReauthentication(answer)).toEqual({})
  expect(await session(auth).stepUp(careful)).toEqual({})
})

it('asks for everything again when that is too long ago', async () => {
  const auth = await inByPassword(careful.acrValues)
  const code = await withApp(auth)
  vi.setSystemTime(Date.now() + 11 * minutes)
  expect(kindOf(await session(auth).stepUp(careful))).toBe('password')
  const next = await session(auth).answerReauthentication({ kind: 'password', password })
  expect(kindOf(next)).toBe('totpCode')
  const answer = { kind: 'totpCode', code: code() } as const
  expect(await session(auth).answerReauthentication(answer)).toEqual({})
  expect(session(auth).signedInAt).toBeGreaterThan(Date.now() - minutes)
})

it('says so where nothing that is wanted can be reached', async () => {
  const auth = await inByPassword(careful.acrValues)
  await expect(session(auth).stepUp({ ...careful, acrValues: `${app4}` })).rejects.toMatchObject({
    code: 'invalidInput',
  })
  expect(auth.getState().status).toBe('signedIn')
})

it('asks for all of it anew where a pool names its levels, and a higher one was reached', async () => {
  const named = {
    AcrConfiguration: { Level1: { AcrValue: 'silver' }, Level4: { AcrValue: 'gold' } },
  }
  const auth = await inByPassword('gold silver', named)
  const code = await withApp(auth)
  const gold = { ...careful, acrValues: 'gold silver' }
  expect(kindOf(await session(auth).stepUp(gold))).toBe('totpCode')
  const answer = { kind: 'totpCode', code: code() } as const
  expect(await session(auth).answerReauthentication(answer)).toEqual({})
  expect(await session(auth).stepUp(gold)).toEqual({})
  // Which of two names is the higher level, Cognito alone knows.
  const asked = await session(auth).stepUp({ ...careful, acrValues: 'silver' })
  expect(kindOf(asked)).toBe('password')
})
