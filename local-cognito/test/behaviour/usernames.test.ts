import { expect, test } from 'vitest'
import { openCognito, PASSWORD, tokensOf } from '#local-cognito/test/support/testPool.ts'

test('a client with a secret', async () => {
  const bed = await openCognito({ client: { GenerateSecret: true } })
  const { ClientSecret = '' } = bed.client.settings
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
  expect(await bed.refused('InitiateAuth', start())).toEqual({
    type: 'NotAuthorizedException',
    message: `Client ${bed.client.id} is configured with secret but SECRET_HASH was not received`,
  })
  expect(await bed.refused('InitiateAuth', start('wrong'))).toEqual({
    type: 'NotAuthorizedException',
    message: `Unable to verify secret hash for client ${bed.client.id}`,
  })
  const right = await hashOver(`jo${bed.client.id}`)
  expect(await bed.call('InitiateAuth', start(right))).toMatchObject({
    ChallengeName: 'PASSWORD_VERIFIER',
  })
  expect(await bed.refused('SignUp', { Username: 'kim', Password: PASSWORD })).toEqual({
    type: 'NotAuthorizedException',
    message: `Client ${bed.client.id} is configured for secret but secret was not received`,
  })
})

test('case counts only where the pool says so', async () => {
  const sensitive = await openCognito()
  expect(
    await sensitive.refused('InitiateAuth', {
      AuthFlow: 'USER_SRP_AUTH',
      AuthParameters: { USERNAME: 'JO', SRP_A: 'ab' },
    }),
  ).toMatchObject({ type: 'UserNotFoundException' })
  const insensitive = await openCognito({
    pool: { UsernameConfiguration: { CaseSensitive: false } },
  })
  tokensOf(await insensitive.signInBySrp('JO'))
})

test('an e-mail address signs in as an alias only once it is verified', async () => {
  const bed = await openCognito({ pool: { AliasAttributes: ['email'] } })
  tokensOf(await bed.signInBySrp('jo@example.com'))
  bed.jo.attributes['email_verified'] = 'false'
  const input = {
    AuthFlow: 'USER_SRP_AUTH',
    AuthParameters: { USERNAME: 'jo@example.com', SRP_A: 'ab' },
  }
  expect(await bed.refused('InitiateAuth', input)).toMatchObject({ type: 'UserNotFoundException' })
})
