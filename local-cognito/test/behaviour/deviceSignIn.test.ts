import { createSrpSession, signSrpSession } from 'cognito-srp-helper'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { claimsOf, MINUTE, PASSWORD, tokensOf } from '#local-cognito/test/support/testPool.ts'
import {
  confirm,
  confirmed,
  deviceProof,
  firstSignIn,
  invalid,
  notAuthorized,
  open,
  OPT_IN,
  passwordOn,
  UNKNOWN,
  wantsCode,
} from '#local-cognito/test/support/devicePool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const INCORRECT = notAuthorized('Incorrect username or password.')

test('a remembered device proves itself instead of a second factor', async () => {
  const opened = await confirmed()
  const { bed, key } = opened
  wantsCode(opened)
  expect(await bed.signInBySrp('jo')).toHaveProperty('ChallengeName', 'EMAIL_OTP')
  const { ChallengeResponses, ...proof } = await bed.proof('jo')
  const challenge = await bed.call('RespondToAuthChallenge', {
    ...proof,
    ChallengeResponses: { ...ChallengeResponses, DEVICE_KEY: key },
  })
  expect(challenge).toMatchObject({
    ChallengeName: 'DEVICE_SRP_AUTH',
    ChallengeParameters: { USERNAME: 'jo', DEVICE_KEY: key },
  })
  const answer = await deviceProof(opened, challenge)
  const { AuthenticationResult } = await bed.call('RespondToAuthChallenge', answer)
  expect(AuthenticationResult).not.toHaveProperty('NewDeviceMetadata')
  expect(claimsOf(AuthenticationResult?.AccessToken ?? '')['device_key']).toBe(key)
  expect(await bed.refused('RespondToAuthChallenge', answer)).toEqual(
    notAuthorized('Invalid session for the user, session can only be used once.'),
  )
})

test('the device is also asked when its key came with InitiateAuth', async () => {
  const opened = await confirmed()
  const { bed, key } = opened
  const srp = createSrpSession('jo', PASSWORD, bed.pool.id, false)
  const AuthParameters = { USERNAME: 'jo', SRP_A: srp.largeA, DEVICE_KEY: key }
  const { ChallengeParameters } = await bed.startSrp('jo', srp.largeA, { AuthParameters })
  const signed = signSrpSession(srp, { ChallengeName: 'PASSWORD_VERIFIER', ChallengeParameters })
  const challenge = await bed.call('RespondToAuthChallenge', {
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeResponses: {
      USERNAME: 'jo',
      TIMESTAMP: signed.timestamp,
      PASSWORD_CLAIM_SIGNATURE: signed.passwordSignature,
      PASSWORD_CLAIM_SECRET_BLOCK: signed.secret,
    },
  })
  const proof = await deviceProof(opened, challenge)
  expect(tokensOf(await bed.call('RespondToAuthChallenge', proof))).toBeDefined()
})

test('a device that is not remembered is no second factor, and its key goes through the code', async () => {
  const opened = await open(OPT_IN)
  const { bed, key, tokens } = opened
  expect(await confirm(opened)).toEqual({ UserConfirmationNecessary: true })
  wantsCode(opened)
  const { Session, ChallengeName } = await bed.call('InitiateAuth', passwordOn(key))
  expect(ChallengeName).toBe('EMAIL_OTP')
  const EMAIL_OTP_CODE = bed.codeFor('jo@example.com')
  const answer = { USERNAME: 'jo', EMAIL_OTP_CODE }
  const done = await bed.call('RespondToAuthChallenge', {
    ChallengeName,
    Session,
    ChallengeResponses: answer,
  })
  expect(done.AuthenticationResult).not.toHaveProperty('NewDeviceMetadata')

  const { AccessToken } = tokens
  const status = (DeviceRememberedStatus: string) =>
    bed.call('UpdateDeviceStatus', { AccessToken, DeviceKey: key, DeviceRememberedStatus })
  expect(await status('remembered')).toEqual({})
  expect((await bed.call('InitiateAuth', passwordOn(key))).ChallengeName).toBe('DEVICE_SRP_AUTH')
  await status('not_remembered')
  expect((await bed.call('InitiateAuth', passwordOn(key))).ChallengeName).toBe('EMAIL_OTP')
})

test('a device goes through the change of a temporary password', async () => {
  const opened = await confirmed()
  const { bed, key } = opened
  bed.jo.status = 'FORCE_CHANGE_PASSWORD'
  const { Session, ChallengeName } = await bed.call('InitiateAuth', passwordOn(key))
  const challenge = await bed.call('RespondToAuthChallenge', {
    ChallengeName,
    Session,
    ChallengeResponses: { USERNAME: 'jo', NEW_PASSWORD: 'Brand-New-Word-7' },
  })
  const proof = await deviceProof(opened, challenge)
  expect(tokensOf(await bed.call('RespondToAuthChallenge', proof))).toBeDefined()
})

test('where devices do not stand for a second factor, none is asked to prove itself', async () => {
  const opened = await confirmed({ ChallengeRequiredOnNewDevice: false })
  const answer = await opened.bed.call('InitiateAuth', passwordOn(opened.key))
  expect(tokensOf(answer)).toBeDefined()
  expect(answer.AuthenticationResult).not.toHaveProperty('NewDeviceMetadata')
})

test('an unknown, a forgotten and somebody else’s device', async () => {
  const opened = await confirmed()
  const { bed, key, tokens } = opened
  await bed.addPerson('kim')
  const kims = await bed.tokensFor('kim')
  const asKim = { AccessToken: kims.AccessToken, DeviceKey: key }
  expect(await bed.refused('GetDevice', asKim)).toEqual(UNKNOWN)
  expect(await bed.refused('ForgetDevice', asKim)).toEqual(UNKNOWN)
  expect(await bed.refused('UpdateDeviceStatus', asKim)).toEqual(UNKNOWN)
  const AuthParameters = { USERNAME: 'kim', PASSWORD, DEVICE_KEY: key }
  const kimOnIt = { AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters }
  expect(await bed.refused('InitiateAuth', kimOnIt)).toEqual(UNKNOWN)
  const wrong = { ...kimOnIt, AuthParameters: { ...AuthParameters, PASSWORD: 'wrong' } }
  expect(await bed.refused('InitiateAuth', wrong)).toEqual(INCORRECT)

  const challenge = await bed.call('InitiateAuth', passwordOn(key))
  const proof = await deviceProof(opened, challenge)
  await bed.send('ForgetDevice', { AccessToken: tokens.AccessToken, DeviceKey: key })
  expect(await bed.refused('RespondToAuthChallenge', proof)).toEqual(UNKNOWN)
  expect(await bed.refused('InitiateAuth', passwordOn(key))).toEqual(UNKNOWN)
  expect(await bed.refused('InitiateAuth', passwordOn('us-east-1_0'))).toEqual(UNKNOWN)
})

test('a wrong proof, and five of them', async () => {
  const opened = await confirmed()
  const { bed, key } = opened
  const wrong = await deviceProof(opened, await bed.call('InitiateAuth', passwordOn(key)), 'other')
  for (let failure = 0; failure < 5; failure++)
    expect(await bed.refused('RespondToAuthChallenge', wrong)).toEqual(INCORRECT)
  const again = await deviceProof(opened, await bed.call('InitiateAuth', passwordOn(key)))
  expect(await bed.refused('RespondToAuthChallenge', again)).toEqual(
    notAuthorized('Password attempts exceeded'),
  )
  vi.advanceTimersByTime(2000)
  tokensOf(await bed.call('RespondToAuthChallenge', again))
})

test('a proof is good for its own session alone, while that lives', async () => {
  const opened = await confirmed()
  const { bed, key } = opened
  const begin = async () => deviceProof(opened, await bed.call('InitiateAuth', passwordOn(key)))
  const [one, other] = [await begin(), await begin()]
  const swapped = { ...one, Session: other.Session }
  expect(await bed.refused('RespondToAuthChallenge', swapped)).toEqual(INCORRECT)
  const { Session: _, ...without } = one
  expect(await bed.refused('RespondToAuthChallenge', without)).toEqual(
    invalid('Missing required parameter Session'),
  )
  expect(
    await bed.refused('RespondToAuthChallenge', { ...one, ChallengeName: 'PASSWORD_VERIFIER' }),
  ).toEqual(INCORRECT)
  vi.advanceTimersByTime(3 * MINUTE)
  expect(await bed.refused('RespondToAuthChallenge', one)).toEqual(
    notAuthorized('Invalid session for the user, session is expired.'),
  )
})

test('another device of the same person cannot take the place of the one named', async () => {
  const opened = await confirmed()
  const { bed, key } = opened
  const second = await firstSignIn(bed)
  await confirm({ bed, ...second })
  const { Session } = await bed.call('InitiateAuth', passwordOn(key))
  const ChallengeResponses = { USERNAME: 'jo', DEVICE_KEY: second.key, SRP_A: 'abcd' }
  const swapped = { ChallengeName: 'DEVICE_SRP_AUTH', Session, ChallengeResponses }
  expect(await bed.refused('RespondToAuthChallenge', swapped)).toEqual(
    notAuthorized('Invalid session for the user.'),
  )
})
