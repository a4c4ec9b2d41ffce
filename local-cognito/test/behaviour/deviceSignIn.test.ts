import { createSrpSession, signSrpSession } from 'cognito-srp-helper'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  confirmDevice,
  deviceSrpAnswer,
  firstSignIn,
  invalid,
  notAuthorized,
  openConfirmedDevice,
  openDevicePool,
  OPT_IN,
  passwordFromDevice,
  requireEmailCode,
  UNKNOWN,
} from '#local-cognito/test/support/devicePool.ts'
import { claimsOf, MINUTE, PASSWORD, tokensOf } from '#local-cognito/test/support/testPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const INCORRECT = notAuthorized('Incorrect username or password.')

test('a remembered device authenticates instead of a second factor', async () => {
  const opened = await openConfirmedDevice()
  const { testPool, key } = opened
  requireEmailCode(opened)
  expect(await testPool.signInBySrp('jo')).toHaveProperty('ChallengeName', 'EMAIL_OTP')
  const { ChallengeResponses, ...srpResponse } = await testPool.srpResponse('jo')
  const challenge = await testPool.call('RespondToAuthChallenge', {
    ...srpResponse,
    ChallengeResponses: { ...ChallengeResponses, DEVICE_KEY: key },
  })
  expect(challenge).toMatchObject({
    ChallengeName: 'DEVICE_SRP_AUTH',
    ChallengeParameters: { USERNAME: 'jo', DEVICE_KEY: key },
  })
  const answer = await deviceSrpAnswer(opened, challenge)
  const { AuthenticationResult } = await testPool.call('RespondToAuthChallenge', answer)
  expect(AuthenticationResult).not.toHaveProperty('NewDeviceMetadata')
  expect(claimsOf(AuthenticationResult?.AccessToken ?? '')['device_key']).toBe(key)
  expect(await testPool.refused('RespondToAuthChallenge', answer)).toEqual(
    notAuthorized('Invalid session for the user, session can only be used once.'),
  )
})

test('also where DEVICE_KEY came with InitiateAuth', async () => {
  const opened = await openConfirmedDevice()
  const { testPool, key } = opened
  const srp = createSrpSession('jo', PASSWORD, testPool.pool.id, false)
  const AuthParameters = { USERNAME: 'jo', SRP_A: srp.largeA, DEVICE_KEY: key }
  const { ChallengeParameters } = await testPool.startSrp('jo', srp.largeA, { AuthParameters })
  const signed = signSrpSession(srp, { ChallengeName: 'PASSWORD_VERIFIER', ChallengeParameters })
  const challenge = await testPool.call('RespondToAuthChallenge', {
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeResponses: {
      USERNAME: 'jo',
      TIMESTAMP: signed.timestamp,
      PASSWORD_CLAIM_SIGNATURE: signed.passwordSignature,
      PASSWORD_CLAIM_SECRET_BLOCK: signed.secret,
    },
  })
  const srpResponse = await deviceSrpAnswer(opened, challenge)
  expect(tokensOf(await testPool.call('RespondToAuthChallenge', srpResponse))).toBeDefined()
})

test('a device that is not remembered replaces nothing, and its key is kept through the code', async () => {
  const opened = await openDevicePool(OPT_IN)
  const { testPool, key, tokens } = opened
  expect(await confirmDevice(opened)).toEqual({ UserConfirmationNecessary: true })
  requireEmailCode(opened)
  const { Session, ChallengeName } = await testPool.call('InitiateAuth', passwordFromDevice(key))
  expect(ChallengeName).toBe('EMAIL_OTP')
  const EMAIL_OTP_CODE = testPool.codeFor('jo@example.com')
  const answer = { USERNAME: 'jo', EMAIL_OTP_CODE }
  const done = await testPool.call('RespondToAuthChallenge', {
    ChallengeName,
    Session,
    ChallengeResponses: answer,
  })
  expect(done.AuthenticationResult).not.toHaveProperty('NewDeviceMetadata')

  const { AccessToken } = tokens
  const status = (DeviceRememberedStatus: string) =>
    testPool.call('UpdateDeviceStatus', { AccessToken, DeviceKey: key, DeviceRememberedStatus })
  expect(await status('remembered')).toEqual({})
  expect((await testPool.call('InitiateAuth', passwordFromDevice(key))).ChallengeName).toBe(
    'DEVICE_SRP_AUTH',
  )
  await status('not_remembered')
  expect((await testPool.call('InitiateAuth', passwordFromDevice(key))).ChallengeName).toBe(
    'EMAIL_OTP',
  )
})

test('a device is kept through NEW_PASSWORD_REQUIRED', async () => {
  const opened = await openConfirmedDevice()
  const { testPool, key } = opened
  testPool.jo.status = 'FORCE_CHANGE_PASSWORD'
  const { Session, ChallengeName } = await testPool.call('InitiateAuth', passwordFromDevice(key))
  const challenge = await testPool.call('RespondToAuthChallenge', {
    ChallengeName,
    Session,
    ChallengeResponses: { USERNAME: 'jo', NEW_PASSWORD: 'Brand-New-Word-7' },
  })
  const srpResponse = await deviceSrpAnswer(opened, challenge)
  expect(tokensOf(await testPool.call('RespondToAuthChallenge', srpResponse))).toBeDefined()
})

test('no device challenge where devices do not replace the second factor', async () => {
  const opened = await openConfirmedDevice({ ChallengeRequiredOnNewDevice: false })
  const answer = await opened.testPool.call('InitiateAuth', passwordFromDevice(opened.key))
  expect(tokensOf(answer)).toBeDefined()
  expect(answer.AuthenticationResult).not.toHaveProperty('NewDeviceMetadata')
})

test("refuses an unknown, a forgotten and another user's device", async () => {
  const opened = await openConfirmedDevice()
  const { testPool, key, tokens } = opened
  await testPool.addTestUser('kim')
  const kims = await testPool.tokensFor('kim')
  const asKim = { AccessToken: kims.AccessToken, DeviceKey: key }
  expect(await testPool.refused('GetDevice', asKim)).toEqual(UNKNOWN)
  expect(await testPool.refused('ForgetDevice', asKim)).toEqual(UNKNOWN)
  expect(await testPool.refused('UpdateDeviceStatus', asKim)).toEqual(UNKNOWN)
  const AuthParameters = { USERNAME: 'kim', PASSWORD, DEVICE_KEY: key }
  const kimOnIt = { AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters }
  expect(await testPool.refused('InitiateAuth', kimOnIt)).toEqual(UNKNOWN)
  const wrong = { ...kimOnIt, AuthParameters: { ...AuthParameters, PASSWORD: 'wrong' } }
  expect(await testPool.refused('InitiateAuth', wrong)).toEqual(INCORRECT)

  const challenge = await testPool.call('InitiateAuth', passwordFromDevice(key))
  const srpResponse = await deviceSrpAnswer(opened, challenge)
  await testPool.send('ForgetDevice', { AccessToken: tokens.AccessToken, DeviceKey: key })
  expect(await testPool.refused('RespondToAuthChallenge', srpResponse)).toEqual(UNKNOWN)
  expect(await testPool.refused('InitiateAuth', passwordFromDevice(key))).toEqual(UNKNOWN)
  expect(await testPool.refused('InitiateAuth', passwordFromDevice('us-east-1_0'))).toEqual(UNKNOWN)
})

test('five wrong device proofs lock', async () => {
  const opened = await openConfirmedDevice()
  const { testPool, key } = opened
  const wrong = await deviceSrpAnswer(
    opened,
    await testPool.call('InitiateAuth', passwordFromDevice(key)),
    'other',
  )
  for (let failure = 0; failure < 5; failure++)
    expect(await testPool.refused('RespondToAuthChallenge', wrong)).toEqual(INCORRECT)
  const again = await deviceSrpAnswer(
    opened,
    await testPool.call('InitiateAuth', passwordFromDevice(key)),
  )
  expect(await testPool.refused('RespondToAuthChallenge', again)).toEqual(
    notAuthorized('Password attempts exceeded'),
  )
  vi.advanceTimersByTime(2000)
  tokensOf(await testPool.call('RespondToAuthChallenge', again))
})

test('a device proof is bound to its session, and expires with it', async () => {
  const opened = await openConfirmedDevice()
  const { testPool, key } = opened
  const begin = async () =>
    deviceSrpAnswer(opened, await testPool.call('InitiateAuth', passwordFromDevice(key)))
  const [one, other] = [await begin(), await begin()]
  const swapped = { ...one, Session: other.Session }
  expect(await testPool.refused('RespondToAuthChallenge', swapped)).toEqual(INCORRECT)
  const { Session: _, ...without } = one
  expect(await testPool.refused('RespondToAuthChallenge', without)).toEqual(
    invalid('Missing required parameter Session'),
  )
  expect(
    await testPool.refused('RespondToAuthChallenge', {
      ...one,
      ChallengeName: 'PASSWORD_VERIFIER',
    }),
  ).toEqual(INCORRECT)
  vi.advanceTimersByTime(3 * MINUTE)
  expect(await testPool.refused('RespondToAuthChallenge', one)).toEqual(
    notAuthorized('Invalid session for the user, session is expired.'),
  )
})

test('refuses a proof of another device of the same user', async () => {
  const opened = await openConfirmedDevice()
  const { testPool, key } = opened
  const second = await firstSignIn(testPool)
  await confirmDevice({ testPool, ...second })
  const { Session } = await testPool.call('InitiateAuth', passwordFromDevice(key))
  const ChallengeResponses = { USERNAME: 'jo', DEVICE_KEY: second.key, SRP_A: 'abcd' }
  const swapped = { ChallengeName: 'DEVICE_SRP_AUTH', Session, ChallengeResponses }
  expect(await testPool.refused('RespondToAuthChallenge', swapped)).toEqual(
    notAuthorized('Invalid session for the user.'),
  )
})
