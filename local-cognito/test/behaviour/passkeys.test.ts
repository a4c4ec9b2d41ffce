import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { toBase64Url, utf8 } from '#local-cognito/bytes.ts'
import { creationOptions, openPasskeyPool } from '#local-cognito/test/support/passkeyPool.ts'
import type { CreationOverrides } from '#local-cognito/test/support/testAuthenticator.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

describe('creating a passkey', () => {
  test('options for the browser', async () => {
    const { testPool, AccessToken, add } = await openPasskeyPool()
    const first = await creationOptions(testPool, AccessToken)
    expect(first).toEqual({
      authenticatorSelection: {
        requireResidentKey: true,
        residentKey: 'required',
        userVerification: 'preferred',
      },
      challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
      excludeCredentials: [],
      pubKeyCredParams: [
        { alg: -7, type: 'public-key' },
        { alg: -257, type: 'public-key' },
      ],
      rp: { id: 'localhost', name: 'localhost' },
      timeout: 60_000,
      user: {
        displayName: 'jo',
        id: toBase64Url(utf8(testPool.jo.sub)),
        name: 'jo',
      },
    })
    const id = await add()
    const next = await creationOptions(testPool, AccessToken)
    expect(next).toMatchObject({ excludeCredentials: [{ id, type: 'public-key' }] })
    expect(next.challenge).not.toBe(first.challenge)
  })

  test.each<[string, CreationOverrides['algorithm']]>([
    ['ES256', -7],
    ['RS256', -257],
  ])('works with %s, and lists it', async (_name, algorithm) => {
    const { add, list } = await openPasskeyPool()
    const id = await add({ algorithm })
    expect(await list()).toEqual({
      Credentials: [
        {
          CredentialId: id,
          FriendlyCredentialName: 'Passkey',
          RelyingPartyId: 'localhost',
          AuthenticatorAttachment: 'platform',
          AuthenticatorTransports: ['internal'],
          CreatedAt: Date.now() / 1000,
        },
      ],
    })
  })

  test.each<[string, CreationOverrides, object]>([
    [
      'its provider, where that is known',
      { aaguid: 'ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4' },
      { FriendlyCredentialName: 'Google Password Manager', AuthenticatorAttachment: 'platform' },
    ],
    [
      'its kind, where that is not',
      { aaguid: '01020304-0506-0708-0102-030405060708', attachment: 'cross-platform' },
      { FriendlyCredentialName: 'Roaming passkey', AuthenticatorAttachment: 'cross-platform' },
    ],
  ])('names it after %s', async (_name, overrides, named) => {
    const { add, list } = await openPasskeyPool()
    await add(overrides)
    expect(await list()).toMatchObject({ Credentials: [named] })
  })

  test('works where the browser reports no attachment', async () => {
    const { add, list } = await openPasskeyPool()
    await add({ attachment: 'unsaid' })
    const [listed] = (await list()).Credentials ?? []
    expect(listed?.FriendlyCredentialName).toBe('Passkey')
    expect(listed).not.toHaveProperty('AuthenticatorAttachment')
  })

  test('allows twenty per user', async () => {
    const { testPool, add, make, list } = await openPasskeyPool()
    const ids: string[] = []
    while (ids.length < 20) ids.push(await add())
    expect(await testPool.refused('CompleteWebAuthnRegistration', await make())).toEqual({
      type: 'LimitExceededException',
      message: 'Passkey limit exceeded.',
    })
    const listed: (string | undefined)[] = []
    let NextToken: string | undefined
    do {
      const page = await list({ MaxResults: 7, NextToken })
      expect(page.Credentials?.length).toBeLessThanOrEqual(7)
      listed.push(...(page.Credentials ?? []).map(({ CredentialId }) => CredentialId))
      NextToken = page.NextToken
    } while (NextToken !== undefined)
    expect(listed).toEqual(ids.toSorted())
    expect((await list()).Credentials).toHaveLength(20)
  }, 20_000)

  test('deletes it, once, and only for its owner', async () => {
    const { testPool, AccessToken, add, list } = await openPasskeyPool()
    const CredentialId = await add()
    await testPool.addTestUser('kim')
    const kim = await testPool.tokensFor('kim')
    const gone = { type: 'ResourceNotFoundException', message: 'Credential does not exist.' }
    const deleted = { AccessToken: kim.AccessToken, CredentialId }
    expect(await testPool.refused('DeleteWebAuthnCredential', deleted)).toEqual(gone)
    await testPool.call('DeleteWebAuthnCredential', { AccessToken, CredentialId })
    expect(await list()).toEqual({ Credentials: [] })
    const again = { AccessToken, CredentialId }
    expect(await testPool.refused('DeleteWebAuthnCredential', again)).toEqual(gone)
  })

  test('counts as a factor of its owner, even where the pool does not allow it', async () => {
    const { testPool, AccessToken, add } = await openPasskeyPool()
    const factors = async () =>
      (await testPool.call('GetUserAuthFactors', { AccessToken })).ConfiguredUserAuthFactors
    expect(await factors()).not.toContain('WEB_AUTHN')
    await add()
    testPool.pool.settings.Policies = { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] } }
    expect(await factors()).toEqual(['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'])
  })

  test('a pool can have passkeys without second factors', async () => {
    const { testPool, AccessToken } = await openPasskeyPool()
    const WebAuthnConfiguration = { RelyingPartyId: 'example.com', UserVerification: 'required' }
    const input = { UserPoolId: testPool.pool.id, MfaConfiguration: 'OFF', WebAuthnConfiguration }
    const signature = `Signature=${'0'.repeat(64)}`
    const authorization = `AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/cognito-idp/aws4_request, SignedHeaders=host, ${signature}`
    const set = await testPool.send('SetUserPoolMfaConfig', input, { authorization })
    expect(JSON.parse(set.text)).toEqual({ MfaConfiguration: 'OFF', WebAuthnConfiguration })
    expect(await creationOptions(testPool, AccessToken)).toMatchObject({
      rp: { id: 'example.com' },
      authenticatorSelection: { userVerification: 'required' },
    })
  })
})
