import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPoolFixture } from './test/poolFixture.ts'

let fixture: Awaited<ReturnType<typeof createPoolFixture>>
let made: readonly [poolId: string, clientId: string]
beforeAll(async () => {
  fixture = await createPoolFixture()
  made = await fixture.makePool()
})
afterAll(async () => fixture[Symbol.asyncDispose]())

/** Runs the command while the local Cognito answers an operation with an error of AWS. */
async function failing(operation: string, type: string, message: string) {
  const faults = `${fixture.origin}/_local/faults`
  const body = JSON.stringify([{ operation, type, message }])
  expect((await fetch(faults, { method: 'PUT', body })).ok).toBe(true)
  const { code, errors } = await fixture.run(...made, '--out', 'config.json')
  await fetch(faults, { method: 'DELETE' })
  await expect(fixture.read('config.json')).rejects.toThrow('ENOENT')
  expect(code).toBe(2)
  return errors
}

test.each(['DescribeUserPool', 'DescribeUserPoolClient', 'GetUserPoolMfaConfig'])(
  'names the permissions if %s is denied',
  async (action) => {
    const errors = await failing(action, 'AccessDeniedException', 'User x is not authorized')
    expect(errors).toBe(
      `These credentials may not read the pool: ${action} was denied. They need the IAM actions cognito-idp:DescribeUserPool, cognito-idp:DescribeUserPoolClient, cognito-idp:GetUserPoolMfaConfig. AWS says: User x is not authorized`,
    )
  },
)

test.each(['ListIdentityProviders', 'DescribeIdentityProvider'])(
  'names the permissions for providers if %s is denied',
  async (action) => {
    const errors = await failing(action, 'AccessDeniedException', 'no')
    expect(errors).toContain(`${action} was denied`)
    expect(errors).toContain(
      'cognito-idp:ListIdentityProviders, cognito-idp:DescribeIdentityProvider',
    )
  },
)

test('explains missing or expired credentials', async () => {
  const errors = await failing('DescribeUserPool', 'ExpiredTokenException', 'The token is expired')
  expect(errors).toMatch(/^The AWS credentials are missing or invalid\. Set AWS_PROFILE/)
  expect(errors).toContain('cognito-idp:DescribeUserPool, ')
  expect(errors).toMatch(/AWS says: The token is expired$/)
})

test('explains a missing pool or client', async () => {
  const [poolId, clientId] = made
  const missing = await fixture.run('us-east-1_Missing', clientId)
  expect(missing).toMatchObject({
    code: 2,
    errors:
      'User pool us-east-1_Missing does not exist. Is it the ID of another pool, or of another AWS account?',
  })
  const client = await fixture.run(poolId, 'missing')
  expect(client.errors).toContain('User pool client does not exist.')
})

test('explains that the endpoint does not answer', async () => {
  const { code, errors } = await fixture.run(...made, '--endpoint', 'http://localhost:1')
  expect(code).toBe(2)
  expect(errors).toMatch(/^DescribeUserPool failed: .*ECONNREFUSED/)
})
