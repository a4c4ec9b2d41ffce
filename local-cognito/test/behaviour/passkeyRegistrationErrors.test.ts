import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { toBase64Url, utf8 } from '#local-cognito/bytes.ts'
import { creationOptions, openPasskeyPool } from '#local-cognito/test/support/passkeyPool.ts'
import type { CreationOverrides } from '#local-cognito/test/support/testAuthenticator.ts'
import { MINUTE, PASSWORD } from '#local-cognito/test/support/testPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const GARBAGE = { type: 'InvalidParameterException', message: 'Credential data is not valid' }
const COMPLETE = 'CompleteWebAuthnRegistration'
const NOT_FOUND = { type: 'WebAuthnChallengeNotFoundException' }

describe('registering a passkey is refused', () => {
  test('where the pool has no WebAuthn, or no relying party', async () => {
    const { testPool, AccessToken, make } = await openPasskeyPool()
    const made = await make()
    delete testPool.pool.mfa.WebAuthnConfiguration
    const start = () => testPool.refused('StartWebAuthnRegistration', { AccessToken })
    expect(await start()).toMatchObject({ type: 'WebAuthnConfigurationMissingException' })
    testPool.pool.settings.Policies = { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] } }
    const disabled = { type: 'WebAuthnNotEnabledException' }
    expect(await start()).toMatchObject(disabled)
    expect(await testPool.refused(COMPLETE, made)).toMatchObject(disabled)
  })

  test('without a challenge, or with one of another user or client, or an expired one', async () => {
    const { testPool, AccessToken, make, add } = await openPasskeyPool()
    const unknown = await make({ challenge: toBase64Url(utf8('guessed')) })
    expect(await testPool.refused(COMPLETE, unknown)).toMatchObject(NOT_FOUND)

    await testPool.addTestUser('kim')
    const kim = await testPool.tokensFor('kim')
    const stolen = { ...(await make()), AccessToken: kim.AccessToken }
    expect(await testPool.refused(COMPLETE, stolen)).toMatchObject(NOT_FOUND)

    const other = testPool.makeClient({ ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] })
    const { AuthenticationResult: elsewhere } = await testPool.call('InitiateAuth', {
      ClientId: other.id,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'jo', PASSWORD },
    })
    const moved = { ...(await make()), AccessToken: elsewhere?.AccessToken }
    expect(await testPool.refused(COMPLETE, moved)).toMatchObject({
      type: 'WebAuthnClientMismatchException',
    })

    const late = await make()
    vi.advanceTimersByTime(5 * MINUTE)
    expect(await testPool.refused(COMPLETE, late)).toMatchObject(NOT_FOUND)

    const used = await make()
    await testPool.call(COMPLETE, used)
    expect(await testPool.refused(COMPLETE, used)).toMatchObject(NOT_FOUND)
    const older = await make()
    await creationOptions(testPool, AccessToken)
    expect(await testPool.refused(COMPLETE, older)).toMatchObject(NOT_FOUND)
    await add()
  })

  test.each<[string, CreationOverrides, string]>([
    ['another site', { origin: 'https://evil.example' }, 'WebAuthnOriginNotAllowedException'],
    [
      'a similar host name',
      { origin: 'https://evil-localhost' },
      'WebAuthnOriginNotAllowedException',
    ],
    ['no origin at all', { origin: 'localhost' }, 'WebAuthnOriginNotAllowedException'],
    ['another relying party', { rpId: 'evil.example' }, 'WebAuthnRelyingPartyMismatchException'],
    ['another algorithm', { algorithm: -8 }, 'WebAuthnCredentialNotSupportedException'],
    ['another ceremony', { type: 'webauthn.get' }, 'InvalidParameterException'],
  ])('for %s', async (_name, overrides, type) => {
    const { testPool, make, list } = await openPasskeyPool()
    expect(await testPool.refused(COMPLETE, await make(overrides))).toMatchObject({ type })
    expect(await list()).toEqual({ Credentials: [] })
  })

  test('without user verification, where that is required', async () => {
    const { testPool, make } = await openPasskeyPool({ UserVerification: 'required' })
    expect(await testPool.refused(COMPLETE, await make({ isUserVerified: false }))).toMatchObject({
      type: 'WebAuthnCredentialNotSupportedException',
    })
    testPool.pool.mfa.WebAuthnConfiguration = { RelyingPartyId: 'localhost' }
    await testPool.call(COMPLETE, await make({ isUserVerified: false }))
  })

  test('over http, except on localhost; subdomains over https are allowed', async () => {
    const { testPool, make, add } = await openPasskeyPool({ RelyingPartyId: 'example.com' })
    const plain = await make({ origin: 'http://example.com' })
    expect(await testPool.refused(COMPLETE, plain)).toMatchObject({
      type: 'WebAuthnOriginNotAllowedException',
    })
    await add({ origin: 'https://example.com' })
    await add({ origin: 'https://login.example.com:8443' })
  })

  test('for a passkey that this or another user has registered', async () => {
    const { testPool, AccessToken, make, add } = await openPasskeyPool()
    const id = await add()
    await testPool.addTestUser('kim')
    const kim = await testPool.tokensFor('kim')
    for (const token of [AccessToken, kim.AccessToken])
      expect(await testPool.refused(COMPLETE, await make({ id }, token))).toEqual({
        type: 'InvalidParameterException',
        message: 'This credential is registered already.',
      })
  })

  test('for what is no credential', async () => {
    const { testPool, make, list } = await openPasskeyPool()
    const { AccessToken, Credential } = await make()
    const { response } = Credential
    const { transports: _, ...bare } = response
    for (const garbage of [
      {},
      { id: Credential.id, response: null },
      { ...Credential, id: 'AAAA' },
      { ...Credential, type: 'password' },
      { ...Credential, response: bare },
      { ...Credential, response: { ...response, transports: [7] } },
      { ...Credential, response: { ...response, publicKey: undefined } },
      { ...Credential, response: { ...response, authenticatorData: undefined } },
      { ...Credential, response: { ...response, attestationObject: 'AAAA' } },
      { ...Credential, response: { ...response, clientDataJSON: 'AAAA' } },
      { ...Credential, response: { ...response, clientDataJSON: '~' } },
    ])
      expect(await testPool.refused(COMPLETE, { AccessToken, Credential: garbage })).toEqual(
        GARBAGE,
      )
    // The challenge survived all of these refusals.
    await testPool.call(COMPLETE, { AccessToken, Credential })
    expect((await list()).Credentials).toHaveLength(1)
  })

  test('without a token', async () => {
    const { testPool } = await openPasskeyPool()
    for (const action of ['StartWebAuthnRegistration', 'ListWebAuthnCredentials'] as const)
      expect(await testPool.refused(action, { AccessToken: 'nothing' })).toEqual({
        type: 'NotAuthorizedException',
        message: 'Invalid Access Token',
      })
  })
})
