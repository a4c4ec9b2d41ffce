import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { toBase64Url, utf8 } from '#local-cognito/bytes.ts'
import {
  addApp,
  enabledFactor,
  initiateAuth,
  refusedResponse,
  respond,
  responseTo,
  userAuth,
} from '#local-cognito/test/support/factorPool.ts'
import {
  openPasskeyPool,
  passkeyRefusal,
  passkeyResponse,
  requestOptions,
  startWithPasskey,
} from '#local-cognito/test/support/passkeyPool.ts'
import type { Overrides } from '#local-cognito/test/support/testAuthenticator.ts'
import { MINUTE, tokensOf } from '#local-cognito/test/support/testPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const notAuthorized = (message: string) => ({ type: 'NotAuthorizedException', message })
const INCORRECT = notAuthorized('Incorrect username or password.')
const INVALID_SESSION = notAuthorized('Invalid session for the user.')
const USED = notAuthorized('Invalid session for the user, session can only be used once.')
const EXPIRED = notAuthorized('Invalid session for the user, session is expired.')

describe('refuses a passkey', () => {
  test.each<[string, Overrides]>([
    ['another challenge', { challenge: toBase64Url(utf8('guessed')) }],
    ['the page of another site', { origin: 'https://evil.example' }],
    ['http elsewhere', { origin: 'http://localhost.evil.example' }],
    ['another relying party', { rpId: 'evil.example' }],
    ['a registration instead', { type: 'webauthn.create' }],
  ])('signed for %s, and any further answer in that session', async (_name, overrides) => {
    const fixture = await openPasskeyPool()
    await fixture.add()
    const asked = await startWithPasskey(fixture.testPool)
    expect(
      await refusedResponse(fixture.testPool, await passkeyResponse(fixture, asked, overrides)),
    ).toEqual(INCORRECT)
    expect(await refusedResponse(fixture.testPool, await passkeyResponse(fixture, asked))).toEqual(
      USED,
    )
    tokensOf(
      await respond(
        fixture.testPool,
        await passkeyResponse(fixture, await startWithPasskey(fixture.testPool)),
      ),
    )
  })

  test('twice with one answer, in the same session or the next', async () => {
    const fixture = await openPasskeyPool()
    await fixture.add()
    const srpResponse = await passkeyResponse(fixture, await startWithPasskey(fixture.testPool))
    tokensOf(await respond(fixture.testPool, srpResponse))
    expect(await refusedResponse(fixture.testPool, srpResponse)).toEqual(USED)
    const { Session } = await startWithPasskey(fixture.testPool)
    expect(await refusedResponse(fixture.testPool, { ...srpResponse, Session })).toEqual(INCORRECT)
  })

  test('of another user, for another session, username or client', async () => {
    const fixture = await openPasskeyPool()
    const { testPool } = fixture
    await testPool.addTestUser('kim')
    await fixture.add()
    const kims = await fixture.add({}, (await testPool.tokensFor('kim')).AccessToken)
    expect(await passkeyRefusal(fixture, { id: kims })).toEqual(INCORRECT)

    const asked = await startWithPasskey(testPool)
    const srpResponse = await passkeyResponse(fixture, asked)
    const asKim = await passkeyResponse(fixture, asked, {}, 'kim')
    expect(await refusedResponse(testPool, asKim)).toEqual(INVALID_SESSION)
    expect(
      await refusedResponse(testPool, { ...srpResponse, ClientId: testPool.makeClient().id }),
    ).toEqual(INVALID_SESSION)
    const { Session } = await startWithPasskey(testPool, 'kim')
    expect(await refusedResponse(testPool, { ...srpResponse, Session })).toEqual(INVALID_SESSION)
    tokensOf(await respond(testPool, srpResponse))
  })

  test('without user verification, where the pool requires it', async () => {
    const fixture = await openPasskeyPool({ UserVerification: 'required' })
    await fixture.add()
    expect(requestOptions(await startWithPasskey(fixture.testPool)).userVerification).toBe(
      'required',
    )
    expect(await passkeyRefusal(fixture, { isUserVerified: false })).toEqual(INCORRECT)
  })

  test('without user verification, where it counts as MFA', async () => {
    const FactorConfiguration = 'MULTI_FACTOR_WITH_USER_VERIFICATION'
    const fixture = await openPasskeyPool({ FactorConfiguration })
    const { testPool, AccessToken } = fixture
    await fixture.add()
    testPool.pool.settings.MfaConfiguration = 'OPTIONAL'
    await addApp(testPool, AccessToken, (later) => vi.advanceTimersByTime(later))
    const app = { AccessToken, SoftwareTokenMfaSettings: enabledFactor() }
    await testPool.call('SetUserMFAPreference', { ...app, WebAuthnMfaSettings: enabledFactor() })
    const asked = await startWithPasskey(testPool)
    expect(requestOptions(asked).userVerification).toBe('required')
    expect(
      await refusedResponse(
        testPool,
        await passkeyResponse(fixture, asked, { isUserVerified: false }),
      ),
    ).toEqual(INCORRECT)
    tokensOf(
      await respond(testPool, await passkeyResponse(fixture, await startWithPasskey(testPool))),
    )
    // Without the setting of both the pool and the user, a passkey does not satisfy MFA, so it is
    // no first factor either: preferring it is refused, as AWS was seen to do.
    const REFUSED = 'Password Challenge is Required to SignIn'
    await testPool.call('SetUserMFAPreference', { ...app, WebAuthnMfaSettings: { Enabled: false } })
    await expect(startWithPasskey(testPool)).rejects.toThrow(REFUSED)
    await testPool.call('SetUserMFAPreference', { ...app, WebAuthnMfaSettings: enabledFactor() })
    expect((await startWithPasskey(testPool)).ChallengeName).toBe('WEB_AUTHN')
    testPool.pool.mfa.WebAuthnConfiguration = { RelyingPartyId: 'localhost' }
    await expect(startWithPasskey(testPool)).rejects.toThrow(REFUSED)
  })

  test('whose counter does not increase: a sign of a cloned key', async () => {
    const fixture = await openPasskeyPool()
    const { testPool } = fixture
    await fixture.add({ counter: 5 })
    tokensOf(
      await respond(
        testPool,
        await passkeyResponse(fixture, await startWithPasskey(testPool), { counter: 7 }),
      ),
    )
    for (const counter of [7, 6, 0])
      expect(await passkeyRefusal(fixture, { counter })).toEqual(INCORRECT)
    tokensOf(
      await respond(
        testPool,
        await passkeyResponse(fixture, await startWithPasskey(testPool), { counter: 8 }),
      ),
    )
  })

  test('that has been deleted meanwhile, and does not ask for it again', async () => {
    const fixture = await openPasskeyPool()
    const { testPool, AccessToken } = fixture
    const CredentialId = await fixture.add()
    const srpResponse = await passkeyResponse(fixture, await startWithPasskey(testPool))
    await testPool.call('DeleteWebAuthnCredential', { AccessToken, CredentialId })
    expect(await refusedResponse(testPool, srpResponse)).toEqual(INCORRECT)
    expect((await startWithPasskey(testPool)).ChallengeName).toBe('SELECT_CHALLENGE')
  })

  test("of the pool's previous relying party", async () => {
    const fixture = await openPasskeyPool()
    await fixture.add()
    const srpResponse = await passkeyResponse(fixture, await startWithPasskey(fixture.testPool))
    fixture.testPool.pool.mfa.WebAuthnConfiguration = { RelyingPartyId: 'example.com' }
    expect(await refusedResponse(fixture.testPool, srpResponse)).toEqual(INCORRECT)
    expect((await startWithPasskey(fixture.testPool)).ChallengeName).toBe('SELECT_CHALLENGE')
  })

  test('after three minutes', async () => {
    const fixture = await openPasskeyPool()
    await fixture.add()
    const srpResponse = await passkeyResponse(fixture, await startWithPasskey(fixture.testPool))
    vi.advanceTimersByTime(3 * MINUTE)
    expect(await refusedResponse(fixture.testPool, srpResponse)).toEqual(EXPIRED)
  })

  test('that is malformed, and keeps the session', async () => {
    const fixture = await openPasskeyPool()
    await fixture.add()
    const asked = await startWithPasskey(fixture.testPool)
    const garbage = { type: 'InvalidParameterException', message: 'Credential data is not valid' }
    for (const CREDENTIAL of [
      '{',
      'null',
      '[]',
      '{"id":7,"response":{}}',
      '{"id":"a","response":null}',
    ])
      expect(
        await refusedResponse(fixture.testPool, responseTo(asked, { CREDENTIAL })),
        CREDENTIAL,
      ).toEqual(garbage)
    expect(await refusedResponse(fixture.testPool, responseTo(asked, {}))).toEqual({
      type: 'InvalidParameterException',
      message: 'Missing required parameter CREDENTIAL',
    })
    tokensOf(await respond(fixture.testPool, await passkeyResponse(fixture, asked)))
  })

  test('signed by another key', async () => {
    const fixture = await openPasskeyPool()
    const id = await fixture.add()
    const asked = await startWithPasskey(fixture.testPool)
    const { challenge } = requestOptions(asked)
    // Another passkey with the same id, which is not secret.
    await fixture.authenticator.create({ challenge, rp: { id: 'localhost' } }, { id })
    expect(await refusedResponse(fixture.testPool, await passkeyResponse(fixture, asked))).toEqual(
      INCORRECT,
    )
  })

  test('of an unknown user, who looks like a user without passkeys', async () => {
    const PreventUserExistenceErrors = 'ENABLED' as const
    const fixture = await openPasskeyPool({}, { client: { PreventUserExistenceErrors } })
    const { testPool } = fixture
    await testPool.addTestUser('kim', {
      attributes: { email: 'kim@example.com', email_verified: 'true' },
    })
    const { Session: _, ...known } = await initiateAuth(
      testPool,
      userAuth('WEB_AUTHN', { USERNAME: 'kim' }),
    )
    const asked = await startWithPasskey(testPool, 'no-user@example.com')
    expect(asked).toEqual({ ...known, Session: expect.any(String) as string })
    const chosen = responseTo(asked, { ANSWER: 'WEB_AUTHN' }, { USERNAME: 'no-user@example.com' })
    expect(await refusedResponse(testPool, chosen)).toMatchObject({
      type: 'InvalidParameterException',
    })
  })
})
