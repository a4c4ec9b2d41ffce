import { CognitoJwtVerifier } from 'aws-jwt-verify'
import { assertIsJwks } from 'aws-jwt-verify/jwk'
import { safeJsonParse } from 'aws-jwt-verify/safe-json-parse'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { claimsOf, HOUR, openTestPool } from '#local-cognito/test/support/testPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

/** A signed-in user, and AWS's verifier as a team's own API would use it. */
async function signedIn() {
  const testPool = await openTestPool({
    options: { origin: 'https://cognito-idp.us-east-1.amazonaws.com' },
  })
  const verifierFor = (tokenUse: 'access' | 'id') => {
    const userPoolId = testPool.pool.id
    return CognitoJwtVerifier.create({ userPoolId, tokenUse, clientId: testPool.client.id })
  }
  const verifiers = { access: verifierFor('access'), id: verifierFor('id') }
  const jwks = await testPool.cognito.handle(
    new Request(`http://cognito.test/${testPool.pool.id}/.well-known/jwks.json`),
  )
  const keys = safeJsonParse(await jwks.text())
  assertIsJwks(keys)
  for (const verifier of Object.values(verifiers)) verifier.cacheJwks(keys)
  return { testPool, verifiers, tokens: await testPool.tokensFor('jo') }
}

test('aws-jwt-verify accepts both tokens', async () => {
  const { testPool, verifiers, tokens } = await signedIn()
  await expect(verifiers.access.verify(tokens.AccessToken)).resolves.toMatchObject({
    sub: testPool.jo.sub,
    token_use: 'access',
  })
  await expect(verifiers.id.verify(tokens.IdToken)).resolves.toMatchObject({
    email: 'jo@example.com',
    email_verified: true,
  })
})

test('it refuses one for the other', async () => {
  const { verifiers, tokens } = await signedIn()
  await expect(verifiers.access.verify(tokens.IdToken)).rejects.toThrow('Token use not allowed')
  await expect(verifiers.id.verify(tokens.AccessToken)).rejects.toThrow('Token use not allowed')
})

test('it refuses a token that was tampered with', async () => {
  const { verifiers, tokens } = await signedIn()
  const [header = '', , signature = ''] = tokens.IdToken.split('.')
  const forged = btoa(JSON.stringify({ ...claimsOf(tokens.IdToken), 'cognito:groups': ['admin'] }))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
  await expect(verifiers.id.verify([header, forged, signature].join('.'))).rejects.toThrow(
    'Invalid signature',
  )
})

test('it refuses an expired token', async () => {
  const { verifiers, tokens } = await signedIn()
  vi.advanceTimersByTime(HOUR - 1000)
  await verifiers.access.verify(tokens.AccessToken)
  vi.advanceTimersByTime(2000)
  await expect(verifiers.access.verify(tokens.AccessToken)).rejects.toThrow('Token expired')
})
