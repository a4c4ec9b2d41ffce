import { expect, test } from 'vitest'
import { openBed } from './test/openBed.ts'

/** What the local Cognito is to answer instead, as AWS would. */
async function failing(operation: string, type: string, message: string) {
  const bed = await openBed()
  const made = await bed.makePool()
  const faults = JSON.stringify([{ operation, type, message }])
  const { ok } = await fetch(`${bed.origin}/_local/faults`, { method: 'PUT', body: faults })
  expect(ok).toBe(true)
  const { code, complained } = await bed.run(...made, '--out', 'config.json')
  await expect(bed.read('config.json')).rejects.toThrow('ENOENT')
  await bed[Symbol.asyncDispose]()
  expect(code).toBe(2)
  return complained
}

test.each(['DescribeUserPool', 'DescribeUserPoolClient', 'GetUserPoolMfaConfig'])(
  'who may not call %s is told what is needed',
  async (action) => {
    const said = await failing(action, 'AccessDeniedException', 'User x is not authorized')
    expect(said).toBe(
      `These credentials may not read the pool: ${action} was denied. They need the IAM actions cognito-idp:DescribeUserPool, cognito-idp:DescribeUserPoolClient, cognito-idp:GetUserPoolMfaConfig. AWS says: User x is not authorized`,
    )
  },
)

test.each(['ListIdentityProviders', 'DescribeIdentityProvider'])(
  'and of providers, who may not call %s',
  async (action) => {
    const said = await failing(action, 'AccessDeniedException', 'no')
    expect(said).toContain(`${action} was denied`)
    expect(said).toContain(
      'cognito-idp:ListIdentityProviders, cognito-idp:DescribeIdentityProvider',
    )
  },
)

test('expired or missing credentials', async () => {
  const said = await failing('DescribeUserPool', 'ExpiredTokenException', 'The token is expired')
  expect(said).toMatch(/^AWS does not know who asks\. Set AWS_PROFILE/)
  expect(said).toContain('cognito-idp:DescribeUserPool, ')
  expect(said).toMatch(/It says: The token is expired$/)
})

test('a pool, or a client, that is not there', async () => {
  await using bed = await openBed()
  const [poolId, clientId] = await bed.makePool()
  const stranger = await bed.run('us-east-1_Nobody', clientId)
  expect(stranger).toMatchObject({
    code: 2,
    complained:
      'User pool us-east-1_Nobody does not exist. Is it the id of another pool, or of another AWS account?',
  })
  const client = await bed.run(poolId, 'nobody')
  expect(client.complained).toContain('User pool client does not exist.')
})

test('nobody answers', async () => {
  await using bed = await openBed()
  const made = await bed.makePool()
  const { code, complained } = await bed.run(...made, '--endpoint', 'http://localhost:1')
  expect(code).toBe(2)
  expect(complained).toMatch(/^DescribeUserPool failed: .*ECONNREFUSED/)
})
