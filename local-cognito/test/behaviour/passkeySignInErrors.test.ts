import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { toBase64Url, utf8 } from '#local-cognito/bytes.ts'
import type { Overrides } from '#local-cognito/test/support/testAuthenticator.ts'
import { MINUTE, tokensOf } from '#local-cognito/test/support/testPool.ts'
import {
  addApp,
  respond,
  responseTo,
  userAuth,
  enabledFactor,
  refusedResponse,
  initiateAuth,
} from '#local-cognito/test/support/factorPool.ts'
import {
  startWithPasskey,
  openPasskeyPool,
  passkeyRefusal,
  requestOptions,
  passkeyResponse,
} from '#local-cognito/test/support/passkeyPool.ts'

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
    const one = await openPasskeyPool()
    await one.add()
    const asked = await startWithPasskey(one.testPool)
    expect(
      await refusedResponse(one.testPool, await passkeyResponse(one, asked, overrides)),
    ).toEqual(INCORRECT)
    expect(await refusedResponse(one.testPool, await passkeyResponse(one, asked))).toEqual(USED)
    tokensOf(
      await respond(one.testPool, await passkeyResponse(one, await startWithPasskey(one.testPool))),
    )
  })

  test('twice with one answer, in the same session or the next', async () => {
    const one = await openPasskeyPool()
    await one.add()
    const srpResponse = await passkeyResponse(one, await startWithPasskey(one.testPool))
    tokensOf(await respond(one.testPool, srpResponse))
    expect(await refusedResponse(one.testPool, srpResponse)).toEqual(USED)
    const { Session } = await startWithPasskey(one.testPool)
    expect(await refusedResponse(one.testPool, { ...srpResponse, Session })).toEqual(INCORRECT)
  })

  test('of another user, for another session, username or client', async () => {
    const one = await openPasskeyPool()
    const { testPool } = one
    await testPool.addTestUser('kim')
    await one.add()
    const kims = await one.add({}, (await testPool.tokensFor('kim')).AccessToken)
    expect(await passkeyRefusal(one, { id: kims })).toEqual(INCORRECT)

    const asked = await startWithPasskey(testPool)
    const srpResponse = await passkeyResponse(one, asked)
    const asKim = await passkeyResponse(one, asked, {}, 'kim')
    expect(await refusedResponse(testPool, asKim)).toEqual(INVALID_SESSION)
    expect(
      await refusedResponse(testPool, { ...srpResponse, ClientId: testPool.makeClient().id }),
    ).toEqual(INVALID_SESSION)
    const { Session } = await startWithPasskey(testPool, 'kim')
    expect(await refusedResponse(testPool, { ...srpResponse, Session })).toEqual(INVALID_SESSION)
    tokensOf(await respond(testPool, srpResponse))
  })

  test('without user verification, where the pool requires it', async () => {
    const one = await openPasskeyPool({ UserVerification: 'required' })
    await one.add()
    expect(requestOptions(await startWithPasskey(one.testPool)).userVerification).toBe('required')
    expect(await passkeyRefusal(one, { isUserVerified: false })).toEqual(INCORRECT)
  })

  test('without user verification, where it counts as MFA', async () => {
    const FactorConfiguration = 'MULTI_FACTOR_WITH_USER_VERIFICATION'
    const one = await openPasskeyPool({ FactorConfiguration })
    const { testPool, AccessToken } = one
    await one.add()
    testPool.pool.settings.MfaConfiguration = 'OPTIONAL'
    await addApp(testPool, AccessToken, (later) => vi.advanceTimersByTime(later))
    const app = { AccessToken, SoftwareTokenMfaSettings: enabledFactor() }
    await testPool.call('SetUserMFAPreference', { ...app, WebAuthnMfaSettings: enabledFactor() })
    const asked = await startWithPasskey(testPool)
    expect(requestOptions(asked).userVerification).toBe('required')
    expect(
      await refusedResponse(testPool, await passkeyResponse(one, asked, { isUserVerified: false })),
    ).toEqual(INCORRECT)
    tokensOf(await respond(testPool, await passkeyResponse(one, await startWithPasskey(testPool))))
    // Without the setting of both the pool and the user, a passkey does not satisfy MFA, so it is
    // no first factor either.
    await testPool.call('SetUserMFAPreference', { ...app, WebAuthnMfaSettings: { Enabled: false } })
    expect((await startWithPasskey(testPool)).ChallengeName).toBe('SELECT_CHALLENGE')
    await testPool.call('SetUserMFAPreference', { ...app, WebAuthnMfaSettings: enabledFactor() })
    expect((await startWithPasskey(testPool)).ChallengeName).toBe('WEB_AUTHN')
    testPool.pool.mfa.WebAuthnConfiguration = { RelyingPartyId: 'localhost' }
    expect((await startWithPasskey(testPool)).ChallengeName).toBe('SELECT_CHALLENGE')
  })

  test('whose counter does not increase: a sign of a cloned key', async () => {
    const one = await openPasskeyPool()
    const { testPool } = one
    await one.add({ counter: 5 })
    tokensOf(
      await respond(
        testPool,
        await passkeyResponse(one, await startWithPasskey(testPool), { counter: 7 }),
      ),
    )
    for (const counter of [7, 6, 0])
      expect(await passkeyRefusal(one, { counter })).toEqual(INCORRECT)
    tokensOf(
      await respond(
        testPool,
        await passkeyResponse(one, await startWithPasskey(testPool), { counter: 8 }),
      ),
    )
  })

  test('that has been deleted meanwhile, and does not ask for it again', async () => {
    const one = await openPasskeyPool()
    const { testPool, AccessToken } = one
    const CredentialId = await one.add()
    const srpResponse = await passkeyResponse(one, await startWithPasskey(testPool))
    await testPool.call('DeleteWebAuthnCredential', { AccessToken, CredentialId })
    expect(await refusedResponse(testPool, srpResponse)).toEqual(INCORRECT)
    expect((await startWithPasskey(testPool)).ChallengeName).toBe('SELECT_CHALLENGE')
  })

  test("of the pool's previous relying party", async () => {
    const one = await openPasskeyPool()
    await one.add()
    const srpResponse = await passkeyResponse(one, await startWithPasskey(one.testPool))
    one.testPool.pool.mfa.WebAuthnConfiguration = { RelyingPartyId: 'example.com' }
    expect(await refusedResponse(one.testPool, srpResponse)).toEqual(INCORRECT)
    expect((await startWithPasskey(one.testPool)).ChallengeName).toBe('SELECT_CHALLENGE')
  })

  test('after three minutes', async () => {
    const one = await openPasskeyPool()
    await one.add()
    const srpResponse = await passkeyResponse(one, await startWithPasskey(one.testPool))
    vi.advanceTimersByTime(3 * MINUTE)
    expect(await refusedResponse(one.testPool, srpResponse)).toEqual(EXPIRED)
  })

  test('that is malformed, and keeps the session', async () => {
    const one = await openPasskeyPool()
    await one.add()
    const asked = await startWithPasskey(one.testPool)
    const garbage = { type: 'InvalidParameterException', message: 'Credential data is not valid' }
    for (const CREDENTIAL of [
      '{',
      'null',
      '[]',
      '{"id":7,"response":{}}',
      '{"id":"a","response":null}',
    ])
      expect(
        await refusedResponse(one.testPool, responseTo(asked, { CREDENTIAL })),
        CREDENTIAL,
      ).toEqual(garbage)
    expect(await refusedResponse(one.testPool, responseTo(asked, {}))).toEqual({
      type: 'InvalidParameterException',
      message: 'Missing required parameter CREDENTIAL',
    })
    tokensOf(await respond(one.testPool, await passkeyResponse(one, asked)))
  })

  test('signed by another key', async () => {
    const one = await openPasskeyPool()
    const id = await one.add()
    const asked = await startWithPasskey(one.testPool)
    const { challenge } = requestOptions(asked)
    // Another passkey with the same id, which is not secret.
    await one.authenticator.create({ challenge, rp: { id: 'localhost' } }, { id })
    expect(await refusedResponse(one.testPool, await passkeyResponse(one, asked))).toEqual(
      INCORRECT,
    )
  })

  test('of an unknown user, who looks like a user without passkeys', async () => {
    const PreventUserExistenceErrors = 'ENABLED' as const
    const one = await openPasskeyPool({}, { client: { PreventUserExistenceErrors } })
    const { testPool } = one
    await testPool.addTestUser('kim', {
      attributes: { email: 'kim@example.com', email_verified: 'true' },
    })
    const { Session: _, ...known } = await initiateAuth(
      testPool,
      userAuth('WEB_AUTHN', { USERNAME: 'kim' }),
    )
    const asked = await startWithPasskey(testPool, 'nobody@example.com')
    expect(asked).toEqual({ ...known, Session: expect.any(String) as string })
    const chosen = responseTo(asked, { ANSWER: 'WEB_AUTHN' }, { USERNAME: 'nobody@example.com' })
    expect(await refusedResponse(testPool, chosen)).toMatchObject({
      type: 'InvalidParameterException',
    })
  })
})
