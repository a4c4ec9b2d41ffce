import { http } from 'msw'
import { Secret, TOTP } from 'otpauth'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Auth } from '#auth/auth.ts'
import type { Reauthentication } from '#auth/state.ts'
import { errorCode, expectChallenge } from '#test/support/expectations.ts'
import { network } from '#test/support/network.ts'
import { openBrowser } from '#test/support/openBrowser.ts'
import { startCognito, type TestPool } from '#test/support/startCognito.ts'

// Authentication levels (TARGET_ACR_VALUES) and the age of a sign-in (MAX_AGE):
// https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-step-up-authentication.html

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

/** Signs Ada in with her password alone. `acrValues` is the config's, for sensitive actions. */
async function inByPassword(
  acrValues?: string,
  settings: object = {},
  afterwards: (testPool: TestPool) => void = () => undefined,
) {
  const testPool = await startCognito({ client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH'] } })
  await testPool.call('UpdateUserPool', settings)
  await testPool.call('SetUserPoolMfaConfig', {
    MfaConfiguration: 'OPTIONAL',
    SoftwareTokenMfaConfiguration: { Enabled: true },
  })
  await testPool.createUser(email, password)
  const signIn = { ...testPool.config.signIn, ...(acrValues !== undefined && { acrValues }) }
  const { auth } = openBrowser({ ...testPool.config, signIn }).openTab()
  await auth.startUserAuth({ username: email, rememberMe: false, preferred: 'PASSWORD' })
  await expectChallenge(auth.getState(), 'password').answer({ password })
  afterwards(testPool)
  return auth
}

/** Sets up an authenticator app. @returns a function that returns its current code. */
async function withApp(auth: Auth) {
  const { SecretCode = '' } = await session(auth).callCognito('AssociateSoftwareToken', {})
  await session(auth).callCognito('VerifySoftwareToken', { UserCode: codeOf(SecretCode) })
  await session(auth).callCognito('SetUserMFAPreference', {
    SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
  })
  // A code works once.
  vi.setSystemTime(Date.now() + minutes)
  return () => codeOf(SecretCode)
}

const kindOf = ({ challenge }: Reauthentication) => challenge?.kind

it('asks for the missing factor only, and for nothing once it is verified', async () => {
  const auth = await inByPassword(careful.acrValues)
  const code = await withApp(auth)
  expect(kindOf(await session(auth).stepUp(careful))).toBe('totpCode')
  const answer = { kind: 'totpCode', code: code() } as const
  expect(await session(auth).answerReauthentication(answer)).toEqual({})
  const { signedInAt } = session(auth)
  vi.setSystemTime(Date.now() + 5 * minutes)
  expect(await session(auth).stepUp(careful)).toEqual({})
  // A lower level than the reached one.
  expect(await session(auth).stepUp({ ...careful, acrValues: `${code3}` })).toEqual({})
  expect(session(auth).signedInAt).toBe(signedInAt)
})

it('asks for nothing when the user has no better method than the one they used', async () => {
  const auth = await inByPassword(careful.acrValues)
  expect(await session(auth).stepUp(careful)).toEqual({})
})

it('asks for all factors after a sign-in without a level', async () => {
  const auth = await inByPassword()
  const code = await withApp(auth)
  expect(kindOf(await session(auth).stepUp(careful))).toBe('password')
  const next = await session(auth).answerReauthentication({ kind: 'password', password })
  expect(kindOf(next)).toBe('totpCode')
  const answer = { kind: 'totpCode', code: code() } as const
  expect(await session(auth).answerReauthentication(answer)).toEqual({})
  expect(await session(auth).stepUp(careful)).toEqual({})
})

it('asks for all factors again after the maximum age', async () => {
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

it('rejects when no wanted level can be reached', async () => {
  const auth = await inByPassword(careful.acrValues)
  await expect(session(auth).stepUp({ ...careful, acrValues: `${app4}` })).rejects.toMatchObject({
    code: 'invalidInput',
  })
  expect(auth.getState().status).toBe('signedIn')
})

it('asks for all factors again if a pool has its own level names and a higher one was reached', async () => {
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
  // Only Cognito knows which of two names is the higher level.
  const asked = await session(auth).stepUp({ ...careful, acrValues: 'silver' })
  expect(kindOf(asked)).toBe('password')
})

describe('where Cognito does not do as the levels say', () => {
  /** Replaces the levels that InitiateAuth asks for; without any, as measured in five regions of AWS. */
  const replaceLevels = (levels?: string) => (testPool: TestPool) =>
    network.use(
      http.post(`${testPool.origin}/`, async ({ request }) => {
        if (!request.headers.get('x-amz-target')?.endsWith('InitiateAuth')) return undefined
        const input = JSON.parse(await request.clone().text()) as {
          AuthParameters: Record<string, string>
        }
        const {
          TARGET_ACR_VALUES: _,
          MAX_AGE: __,
          ACCESS_TOKEN: ___,
          ...rest
        } = input.AuthParameters
        const AuthParameters = levels === undefined ? rest : { ...rest, TARGET_ACR_VALUES: levels }
        return testPool.cognito.handle(
          new Request(request.url, {
            method: 'POST',
            headers: request.headers,
            body: JSON.stringify({ ...input, AuthParameters }),
          }),
        )
      }),
    )

  it.each([
    ['issues tokens without a level', undefined],
    ['issues tokens of a lower level', password1],
  ])('%s, the step-up fails, and the session stays', async (_, levels) => {
    const auth = await inByPassword(undefined, {}, replaceLevels(levels))
    expect(kindOf(await session(auth).stepUp({ ...careful, acrValues: `${app4}` }))).toMatch(
      /chooseMethod|password/,
    )
    const answer = session(auth).answerReauthentication({ kind: 'password', password })
    expect(await errorCode(answer)).toBe('levelNotReached')
    expect(session(auth).email).toBe(email)
    expect(kindOf(await session(auth).stepUp({ ...careful, acrValues: `${app4}` }))).toBeDefined()
  })

  it.each([
    ['a level that is named second', password1, careful.acrValues],
    ['a higher level than the named one', app4, `${code3}`],
  ])('%s is enough', async (_, levels, acrValues) => {
    const auth = await inByPassword(undefined, {}, replaceLevels(levels))
    const code = await withApp(auth)
    await session(auth).stepUp({ ...careful, acrValues })
    const next = await session(auth).answerReauthentication({ kind: 'password', password })
    expect(kindOf(next)).toBe('totpCode')
    const answer = { kind: 'totpCode', code: code() } as const
    expect(await session(auth).answerReauthentication(answer)).toEqual({})
  })
})
