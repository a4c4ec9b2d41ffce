import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { toBase64Url, utf8 } from '#local-cognito/bytes.ts'
import type { Lies } from '#local-cognito/test/support/testAuthenticator.ts'
import { claimsOf, MINUTE, tokensOf } from '#local-cognito/test/support/testPool.ts'
import {
  addApp,
  answer,
  answerTo,
  by,
  on,
  refused,
  start,
} from '#local-cognito/test/support/factorPool.ts'
import {
  askPasskey,
  openPasskeys,
  refusedWith,
  requestOptions,
  signed,
} from '#local-cognito/test/support/passkeyPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const notAuthorized = (message: string) => ({ type: 'NotAuthorizedException', message })
const INCORRECT = notAuthorized('Incorrect username or password.')
const INVALID_SESSION = notAuthorized('Invalid session for the user.')
const USED = notAuthorized('Invalid session for the user, session can only be used once.')
const EXPIRED = notAuthorized('Invalid session for the user, session is expired.')

describe('in by a passkey', () => {
  test('that is preferred; what a browser is asked', async () => {
    const one = await openPasskeys()
    const { bed, add } = one
    const id = await add()
    const asked = await askPasskey(bed)
    expect(asked).toMatchObject({
      ChallengeName: 'WEB_AUTHN',
      Session: expect.any(String) as string,
      AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'],
    })
    expect(requestOptions(asked)).toEqual({
      challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
      rpId: 'localhost',
      timeout: 60_000,
      allowCredentials: [{ id, type: 'public-key', transports: ['internal'] }],
      userVerification: 'preferred',
    })
    const entered = await answer(bed, await signed(one, asked))
    expect(entered.ChallengeParameters).toEqual({})
    expect(claimsOf(tokensOf(entered).AccessToken)).toMatchObject({ sub: bed.jo.sub })
  })

  test('that is chosen, and made by RS256', async () => {
    const one = await openPasskeys()
    await one.add({ algorithm: -257 })
    const asked = await answer(one.bed, answerTo(await start(one.bed), { ANSWER: 'WEB_AUTHN' }))
    expect(asked.ChallengeName).toBe('WEB_AUTHN')
    tokensOf(await answer(one.bed, await signed(one, asked)))
  })

  test('with any of several', async () => {
    const one = await openPasskeys()
    for (const id of [await one.add(), await one.add({ origin: 'http://localhost' })])
      expect(
        await answer(one.bed, await signed(one, await askPasskey(one.bed), { id })),
      ).toHaveProperty('AuthenticationResult')
  })

  test('with no user verified, where the pool only prefers it', async () => {
    const one = await openPasskeys()
    await one.add()
    const asked = await askPasskey(one.bed)
    expect(
      await answer(one.bed, await signed(one, asked, { isUserVerified: false })),
    ).toHaveProperty('AuthenticationResult')
  })
})

describe('not in', () => {
  test.each<[string, Lies]>([
    ['another challenge', { challenge: toBase64Url(utf8('guessed')) }],
    ['the page of another site', { origin: 'https://evil.example' }],
    ['http elsewhere', { origin: 'http://localhost.evil.example' }],
    ['another relying party', { rpId: 'evil.example' }],
    ['the making of one', { type: 'webauthn.create' }],
  ])('signed for %s; nor with the same session then', async (_name, lies) => {
    const one = await openPasskeys()
    await one.add()
    const asked = await askPasskey(one.bed)
    expect(await refused(one.bed, await signed(one, asked, lies))).toEqual(INCORRECT)
    expect(await refused(one.bed, await signed(one, asked))).toEqual(USED)
    tokensOf(await answer(one.bed, await signed(one, await askPasskey(one.bed))))
  })

  test('twice by one answer, to its own session or the next', async () => {
    const one = await openPasskeys()
    await one.add()
    const proof = await signed(one, await askPasskey(one.bed))
    tokensOf(await answer(one.bed, proof))
    expect(await refused(one.bed, proof)).toEqual(USED)
    const { Session } = await askPasskey(one.bed)
    expect(await refused(one.bed, { ...proof, Session })).toEqual(INCORRECT)
  })

  test("by somebody else's passkey, session or name, or from another client", async () => {
    const one = await openPasskeys()
    const { bed } = one
    await bed.addPerson('kim')
    await one.add()
    const kims = await one.add({}, (await bed.tokensFor('kim')).AccessToken)
    expect(await refusedWith(one, { id: kims })).toEqual(INCORRECT)

    const asked = await askPasskey(bed)
    const proof = await signed(one, asked)
    const asKim = await signed(one, asked, {}, 'kim')
    expect(await refused(bed, asKim)).toEqual(INVALID_SESSION)
    expect(await refused(bed, { ...proof, ClientId: bed.makeClient().id })).toEqual(INVALID_SESSION)
    const { Session } = await askPasskey(bed, 'kim')
    expect(await refused(bed, { ...proof, Session })).toEqual(INVALID_SESSION)
    tokensOf(await answer(bed, proof))
  })

  test('with nobody verified, where the pool requires it', async () => {
    const one = await openPasskeys({ UserVerification: 'required' })
    await one.add()
    expect(requestOptions(await askPasskey(one.bed)).userVerification).toBe('required')
    expect(await refusedWith(one, { isUserVerified: false })).toEqual(INCORRECT)
  })

  test('with nobody verified, where it stands for a second factor too', async () => {
    const FactorConfiguration = 'MULTI_FACTOR_WITH_USER_VERIFICATION'
    const one = await openPasskeys({ FactorConfiguration })
    const { bed, AccessToken } = one
    await one.add()
    bed.pool.settings.MfaConfiguration = 'OPTIONAL'
    await addApp(bed, AccessToken, (later) => vi.advanceTimersByTime(later))
    const app = { AccessToken, SoftwareTokenMfaSettings: on() }
    await bed.call('SetUserMFAPreference', { ...app, WebAuthnMfaSettings: on() })
    const asked = await askPasskey(bed)
    expect(requestOptions(asked).userVerification).toBe('required')
    expect(await refused(bed, await signed(one, asked, { isUserVerified: false }))).toEqual(
      INCORRECT,
    )
    tokensOf(await answer(bed, await signed(one, await askPasskey(bed))))
    // By itself it is no second factor, hence no first one for her: she and the pool have to say so.
    await bed.call('SetUserMFAPreference', { ...app, WebAuthnMfaSettings: { Enabled: false } })
    expect((await askPasskey(bed)).ChallengeName).toBe('SELECT_CHALLENGE')
    await bed.call('SetUserMFAPreference', { ...app, WebAuthnMfaSettings: on() })
    expect((await askPasskey(bed)).ChallengeName).toBe('WEB_AUTHN')
    bed.pool.mfa.WebAuthnConfiguration = { RelyingPartyId: 'localhost' }
    expect((await askPasskey(bed)).ChallengeName).toBe('SELECT_CHALLENGE')
  })

  test('with a counter that stands still or goes back: a copy of the key', async () => {
    const one = await openPasskeys()
    const { bed } = one
    await one.add({ counter: 5 })
    tokensOf(await answer(bed, await signed(one, await askPasskey(bed), { counter: 7 })))
    for (const counter of [7, 6, 0]) expect(await refusedWith(one, { counter })).toEqual(INCORRECT)
    tokensOf(await answer(bed, await signed(one, await askPasskey(bed), { counter: 8 })))
  })

  test('with one that was deleted meanwhile; nor is it asked for', async () => {
    const one = await openPasskeys()
    const { bed, AccessToken } = one
    const CredentialId = await one.add()
    const proof = await signed(one, await askPasskey(bed))
    await bed.call('DeleteWebAuthnCredential', { AccessToken, CredentialId })
    expect(await refused(bed, proof)).toEqual(INCORRECT)
    expect((await askPasskey(bed)).ChallengeName).toBe('SELECT_CHALLENGE')
  })

  test('with one of the relying party that the pool had before', async () => {
    const one = await openPasskeys()
    await one.add()
    const proof = await signed(one, await askPasskey(one.bed))
    one.bed.pool.mfa.WebAuthnConfiguration = { RelyingPartyId: 'example.com' }
    expect(await refused(one.bed, proof)).toEqual(INCORRECT)
    expect((await askPasskey(one.bed)).ChallengeName).toBe('SELECT_CHALLENGE')
  })

  test('after three minutes', async () => {
    const one = await openPasskeys()
    await one.add()
    const proof = await signed(one, await askPasskey(one.bed))
    vi.advanceTimersByTime(3 * MINUTE)
    expect(await refused(one.bed, proof)).toEqual(EXPIRED)
  })

  test('by what is no passkey; that does not cost the session', async () => {
    const one = await openPasskeys()
    await one.add()
    const asked = await askPasskey(one.bed)
    const garbage = { type: 'InvalidParameterException', message: 'Credential data is not valid' }
    for (const CREDENTIAL of [
      '{',
      'null',
      '[]',
      '{"id":7,"response":{}}',
      '{"id":"a","response":null}',
    ])
      expect(await refused(one.bed, answerTo(asked, { CREDENTIAL })), CREDENTIAL).toEqual(garbage)
    expect(await refused(one.bed, answerTo(asked, {}))).toEqual({
      type: 'InvalidParameterException',
      message: 'Missing required parameter CREDENTIAL',
    })
    tokensOf(await answer(one.bed, await signed(one, asked)))
  })

  test('by a key that is not hers', async () => {
    const one = await openPasskeys()
    const id = await one.add()
    const asked = await askPasskey(one.bed)
    const { challenge } = requestOptions(asked)
    // Of the same name, which is no secret.
    await one.authenticator.create({ challenge, rp: { id: 'localhost' } }, { id })
    expect(await refused(one.bed, await signed(one, asked))).toEqual(INCORRECT)
  })

  test('as nobody, who meets what somebody without a passkey does', async () => {
    const PreventUserExistenceErrors = 'ENABLED' as const
    const one = await openPasskeys({}, { client: { PreventUserExistenceErrors } })
    const { bed } = one
    await bed.addPerson('kim', {
      attributes: { email: 'kim@example.com', email_verified: 'true' },
    })
    const { Session: _, ...known } = await start(bed, by('WEB_AUTHN', { USERNAME: 'kim' }))
    const asked = await askPasskey(bed, 'nobody@example.com')
    expect(asked).toEqual({ ...known, Session: expect.any(String) as string })
    const chosen = answerTo(asked, { ANSWER: 'WEB_AUTHN' }, { USERNAME: 'nobody@example.com' })
    expect(await refused(bed, chosen)).toMatchObject({ type: 'InvalidParameterException' })
  })
})
