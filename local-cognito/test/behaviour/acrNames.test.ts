import { expect, test } from 'vitest'
import { openDomainPool, parseObject } from '#local-cognito/test/support/domainPool.ts'

const GOLD = { Level4: { AcrValue: 'urn:example:gold' } }

/** Calls the action, and reads the pool's level names or the refusal. */
async function told(action: 'CreateUserPool' | 'UpdateUserPool', input: object) {
  const { admin } = await openDomainPool({ providers: [] })
  const { text } = await admin(action, { PoolName: 'levels', ...input })
  const { __type: type, message } = parseObject(text)
  if (type !== undefined) return { type, message }
  if (action === 'CreateUserPool') return namesIn(text)
  return namesIn((await admin('DescribeUserPool', {})).text)
}

const namesIn = (text: string): unknown =>
  parseObject(JSON.stringify(parseObject(text)['UserPool']))['AcrConfiguration']

test.each(['CreateUserPool', 'UpdateUserPool'] as const)(
  '%s completes custom level names with the default ones',
  async (action) => {
    expect(await told(action, { AcrConfiguration: GOLD })).toEqual({
      Level1: { AcrValue: 'urn:cognito:loa:1' },
      Level2: { AcrValue: 'urn:cognito:loa:2' },
      Level3: { AcrValue: 'urn:cognito:loa:3' },
      Level4: { AcrValue: 'urn:example:gold' },
    })
    expect(await told(action, {})).toBeUndefined()
  },
)

const SET = '[Level1, Level2, Level3, Level4]'
const PATTERN = '[\\x21\\x23-\\x5B\\x5D-\\x7E]+'
const at = (rule: string, value: string) =>
  `1 validation error detected: Value '${value}' at 'acrConfiguration.Level1.member.acrValue' failed to satisfy constraint: ${rule}`

test.each([
  [
    { Level1: { AcrValue: 'x y' } },
    at(`Member must satisfy regular expression pattern: ${PATTERN}`, 'x y'),
  ],
  [
    { Level1: { AcrValue: 'x'.repeat(65) } },
    at('Member must have length less than or equal to 64', 'x'.repeat(65)),
  ],
  [
    { Level5: { AcrValue: 'x' } },
    `1 validation error detected: Value '{"Level5":{"AcrValue":"x"}}' at 'acrConfiguration' failed to satisfy constraint: Map keys must satisfy constraint: [Member must satisfy enum value set: ${SET}]`,
  ],
  [
    { Level1: { AcrValue: 'urn:cognito:loa:2' } },
    'Each AcrValue must be unique across all levels, default names included.',
  ],
])('refuses the level names %j', async (AcrConfiguration, message) => {
  const apiError = { type: 'InvalidParameterException', message }
  expect(await told('CreateUserPool', { AcrConfiguration })).toEqual(apiError)
  expect(await told('UpdateUserPool', { AcrConfiguration })).toEqual(apiError)
})

test('the LITE tier has default level names only', async () => {
  const lite = { UserPoolTier: 'LITE' }
  expect(await told('UpdateUserPool', { ...lite, AcrConfiguration: GOLD })).toMatchObject({
    type: 'FeatureUnavailableInTierException',
  })
  const AcrConfiguration = { Level1: { AcrValue: 'urn:cognito:loa:1' } }
  expect(await told('UpdateUserPool', { ...lite, AcrConfiguration })).toHaveProperty('Level4')
})
