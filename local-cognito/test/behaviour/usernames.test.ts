import { expect, test } from 'vitest'
import { openTestPool, PASSWORD, tokensOf } from '#local-cognito/test/support/testPool.ts'

test('a client with a secret', async () => {
  const testPool = await openTestPool({ client: { GenerateSecret: true } })
  const { ClientSecret = '' } = testPool.client.settings
  const hashOver = async (text: string) => {
    const raw = new TextEncoder().encode(ClientSecret)
    const hmac = { name: 'HMAC', hash: 'SHA-256' }
    const key = await crypto.subtle.importKey('raw', raw, hmac, false, ['sign'])
    const hash = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text))
    return btoa(String.fromCharCode(...new Uint8Array(hash)))
  }
  const start = (SECRET_HASH?: string) => ({
    AuthFlow: 'USER_SRP_AUTH',
    AuthParameters: { USERNAME: 'jo', SRP_A: 'ab', ...(SECRET_HASH && { SECRET_HASH }) },
  })
  expect(await testPool.refused('InitiateAuth', start())).toEqual({
    type: 'NotAuthorizedException',
    message: `Client ${testPool.client.id} is configured with secret but SECRET_HASH was not received`,
  })
  expect(await testPool.refused('InitiateAuth', start('wrong'))).toEqual({
    type: 'NotAuthorizedException',
    message: `Unable to verify secret hash for client ${testPool.client.id}`,
  })
  const right = await hashOver(`jo${testPool.client.id}`)
  expect(await testPool.call('InitiateAuth', start(right))).toMatchObject({
    ChallengeName: 'PASSWORD_VERIFIER',
  })
  expect(await testPool.refused('SignUp', { Username: 'kim', Password: PASSWORD })).toEqual({
    type: 'NotAuthorizedException',
    message: `Client ${testPool.client.id} is configured for secret but secret was not received`,
  })
})

test('case matters only where the pool says so', async () => {
  const sensitive = await openTestPool()
  expect(
    await sensitive.refused('InitiateAuth', {
      AuthFlow: 'USER_SRP_AUTH',
      AuthParameters: { USERNAME: 'JO', SRP_A: 'ab' },
    }),
  ).toMatchObject({ type: 'UserNotFoundException' })
  const insensitive = await openTestPool({
    pool: { UsernameConfiguration: { CaseSensitive: false } },
  })
  tokensOf(await insensitive.signInBySrp('JO'))
})

test('an email address is a sign-in alias only once it is verified', async () => {
  const testPool = await openTestPool({ pool: { AliasAttributes: ['email'] } })
  tokensOf(await testPool.signInBySrp('jo@example.com'))
  testPool.jo.attributes['email_verified'] = 'false'
  const input = {
    AuthFlow: 'USER_SRP_AUTH',
    AuthParameters: { USERNAME: 'jo@example.com', SRP_A: 'ab' },
  }
  expect(await testPool.refused('InitiateAuth', input)).toMatchObject({
    type: 'UserNotFoundException',
  })
})
