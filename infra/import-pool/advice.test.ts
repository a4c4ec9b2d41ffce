import { afterAll, beforeAll, expect, test } from 'vitest'
import { adviceOn, adviceText, checks } from './advice.ts'
import { readPool } from './readPool.ts'
import { google, host } from './test/goodPool.ts'
import { days, mistakes } from './test/mistakes.ts'
import { createPoolFixture, type Shape } from './test/poolFixture.ts'

let fixture: Awaited<ReturnType<typeof createPoolFixture>>
beforeAll(async () => {
  fixture = await createPoolFixture()
})
afterAll(() => fixture[Symbol.asyncDispose]())

const checked = async (shape: Shape = {}, at = host) => ({
  ...(await readPool(fixture.sdk, ...(await fixture.makePool(shape)))),
  host: at,
})

const codesOf = async (shape: Shape, at?: string) =>
  adviceOn(await checked(shape, at)).map(({ code }) => code)

test('a good pool has no advice, with providers or without', async () => {
  const found = await checked()
  expect(adviceOn(found)).toEqual([])
  expect(adviceText([])).toBe('There is no advice for this pool.')
  const alone = { SupportedIdentityProviders: ['COGNITO'], AllowedOAuthFlowsUserPoolClient: false }
  expect(await codesOf({ client: alone, providers: [], domains: [] })).toEqual([])
})

test.each(mistakes)('%j', async (expected, shape, at) => {
  expect((await codesOf(shape, at)).toSorted()).toEqual(expected.toSorted())
})

test('every check has a mistake in the table', () => {
  const covered = new Set(mistakes.flatMap(([codes]) => codes))
  expect(checks.map(({ code }) => code).filter((code) => !covered.has(code))).toEqual([])
  expect(new Set(checks.map(({ code }) => code)).size).toBe(checks.length)
})

test('without a recovery setting, as in old pools, the phone comes first', async () => {
  const found = await checked()
  const pool = { ...found.pool, AccountRecoverySetting: undefined }
  expect(adviceOn({ ...found, pool }).map(({ code }) => code)).toEqual(['recoveryByPhone'])
})

test('without a host, there is no advice on hosts', async () => {
  expect(adviceOn({ ...(await checked()), host: undefined })).toEqual([])
})

test('the text has the values of the pool, and the source of each sentence', async () => {
  const worst = await checked({
    pool: {
      Schema: [{ Name: 'role', AttributeDataType: 'String', Mutable: true }],
      Policies: { PasswordPolicy: { MinimumLength: 6, RequireNumbers: true } },
    },
    client: { GenerateSecret: true, WriteAttributes: undefined, ...days(365) },
    providers: [google, { ProviderName: 'Work', ProviderType: 'OIDC' }],
  })
  const advice = adviceOn(worst)
  expect(advice.map(({ severity }) => severity)).toEqual([
    'dangerous',
    'dangerous',
    'unwise',
    'unwise',
    'unwise',
  ])
  const text = adviceText(advice)
  expect(text).toContain('dangerous: clientSecret\n  The app client has a secret.')
  expect(text).toContain('The minimum length of passwords is 6.')
  expect(text).toContain('The pool also has custom:role.')
  expect(text).toContain('Refresh tokens are valid for 365 days')
  expect(text).toContain('https://pages.nist.gov/800-63-4/sp800-63b.html#passwordver')
  expect(text.endsWith('2 dangerous, 3 unwise, 0 note.')).toBe(true)
})
