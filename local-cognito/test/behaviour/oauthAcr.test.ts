import { expect, test } from 'vitest'
import { CALLBACK, openDomainPool } from '#local-cognito/test/support/domainPool.ts'
import { loa } from '#local-cognito/test/support/stepUpPool.ts'
import { claimsOf } from '#local-cognito/test/support/testPool.ts'

const WORK = {
  ProviderName: 'Work',
  ProviderType: 'OIDC' as const,
  AcrMapping: { Level2: 'silver', Level3: 'gold' },
}

/** Reads the level in the tokens of a federated sign-in. */
async function levelBy(identity_provider: string, acr_values?: string, pool = {}) {
  const domain = await openDomainPool({ providers: [{}, WORK], pool })
  const { id_token, access_token } = await domain.tokens(domain.ada, {
    identity_provider,
    acr_values,
    max_age: '600',
  })
  const { acr, amr } = claimsOf(id_token)
  expect(claimsOf(access_token)).toMatchObject(acr === undefined ? {} : { acr, amr })
  return acr === undefined ? undefined : [acr, amr]
}

test("uses the level of the provider's AcrMapping, or else the lowest", async () => {
  expect(await levelBy('Work', `${loa(4)} ${loa(3)} ${loa(2)}`)).toEqual([loa(3), ['fed']])
  expect(await levelBy('Work', loa(4))).toEqual([loa(1), ['fed']])
  expect(await levelBy('Google', loa(3))).toEqual([loa(1), ['fed']])
})

test('tokens have no level where none was requested, or in the LITE tier', async () => {
  expect(await levelBy('Work')).toBeUndefined()
  expect(await levelBy('Work', loa(3), { UserPoolTier: 'LITE' })).toBeUndefined()
})

test('requested levels survive the choice of a provider', async () => {
  const domain = await openDomainPool({ providers: [{}, WORK] })
  const { to } = await domain.authorize({ identity_provider: undefined, acr_values: loa(3) })
  const { text } = await domain.go(to)
  expect(text).toContain(`acr_values=${encodeURIComponent(loa(3))}`)
})

test.each([
  ['acr_values', 'urn:unknown', 'acr_values has no valid value'],
  ['max_age', '-1', 'max_age must be a non-negative integer'],
])('%s may not be %s', async (name, value, error_description) => {
  const domain = await openDomainPool()
  const { to, query } = await domain.authorize({ [name]: value })
  expect(to.startsWith(CALLBACK)).toBe(true)
  expect(query).toMatchObject({ error: 'invalid_request', error_description })
})
