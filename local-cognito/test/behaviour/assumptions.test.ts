import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type AssumptionName, ASSUMPTIONS, type Assumptions } from '#local-cognito/assumptions.ts'
import { openDomainPool } from '#local-cognito/test/support/domainPool.ts'
import {
  initiateAuth,
  openUserAuthPool,
  refusedResponse,
  respond,
  responseTo,
  totpCode,
  userAuth,
} from '#local-cognito/test/support/factorPool.ts'
import {
  byPassword,
  enableFactors,
  finishSignIn,
  loa,
  openStepUpPool,
  requestLevels,
} from '#local-cognito/test/support/stepUpPool.ts'
import {
  claimsOf,
  openTestPool,
  PASSWORD,
  type TestPool,
  toAttributes,
  tokensOf,
} from '#local-cognito/test/support/testPool.ts'

// What the local Cognito answers under each answer to each open question.

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const later = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000)

type Given = Partial<Assumptions>

/** Does what the question is about. @returns what came of it */
type Experiment = (assumptions: Given) => Promise<unknown>

const start = (assumptions: Given) => openUserAuthPool({ options: { assumptions } })

async function startWithEmailOnly(assumptions: Given) {
  const testPool = await start(assumptions)
  delete testPool.jo.verifier
  testPool.jo.attributes['phone_number_verified'] = 'false'
  return testPool
}

/** The challenge or the exception that a sign-in begins with. */
const beginning = async (testPool: TestPool, input: object = userAuth()) =>
  initiateAuth(testPool, input).then(({ ChallengeName }) => ChallengeName, typeOf)

const typeOf = (error: unknown) => /"__type":"(\w+)"/.exec(String(error))?.[1]

async function signUp(assumptions: Given) {
  const testPool = await openTestPool({
    options: { assumptions },
    pool: { AutoVerifiedAttributes: ['email'] },
    client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH'] },
  })
  const UserAttributes = toAttributes({ email: 'kim@example.com' })
  const kim = { Username: 'kim', Password: PASSWORD, UserAttributes }
  const { Session } = await testPool.call('SignUp', kim)
  const ConfirmationCode = testPool.codeFor('kim@example.com')
  return { testPool, confirmation: { Username: 'kim', ConfirmationCode, Session } }
}

const experiments: { [Name in AssumptionName]: Experiment } = {
  lateRotation: async (assumptions) => {
    const rotating = { Feature: 'ENABLED', RetryGracePeriodSeconds: 60 } as const
    const testPool = await openTestPool({
      options: { assumptions },
      client: { RefreshTokenRotation: rotating },
    })
    const { RefreshToken } = await testPool.tokensFor('jo')
    const renew = async () =>
      tokensOf(await testPool.call('GetTokensFromRefreshToken', { RefreshToken })).RefreshToken
    const delays = [{ operation: 'GetTokensFromRefreshToken', delayMs: 100, times: 1 }]
    const body = JSON.stringify(delays)
    await testPool.cognito.handle(
      new Request('http://cognito.test/_local/faults', { method: 'PUT', body }),
    )
    const first = renew()
    await vi.waitFor(async () => {
      const faults = await testPool.cognito.handle(new Request('http://cognito.test/_local/faults'))
      expect(await faults.json()).toEqual([])
    })
    const retried = await renew()
    const late = await first
    const isValid = async (token: string) =>
      testPool.call('GetTokensFromRefreshToken', { RefreshToken: token }).then(
        () => true,
        () => false,
      )
    return (await isValid(retried)) ? 'retry' : (await isValid(late)) && 'first'
  },
  expiredSignUpSession: async (assumptions) => {
    const { testPool, confirmation } = await signUp(assumptions)
    later(4)
    await testPool.send('ConfirmSignUp', { ClientId: testPool.client.id, ...confirmation })
    return testPool.user('kim')?.status
  },
  confirmSignUpSession: async (assumptions) => {
    const { testPool, confirmation } = await signUp(assumptions)
    return (await testPool.call('ConfirmSignUp', confirmation)).Session !== undefined
  },
  passkeyBeforeMfa: async (assumptions) => {
    const testPool = await start(assumptions)
    testPool.pool.mfa.WebAuthnConfiguration = { RelyingPartyId: 'localhost' }
    enableFactors(testPool, 'SOFTWARE_TOKEN_MFA')
    const key = { id: 'AAAA', publicKey: 'AAAA', counter: 0, transports: [], name: 'Key' }
    testPool.jo.passkeys = [{ ...key, rpId: 'localhost', createdAt: 0 }]
    return beginning(testPool, userAuth('WEB_AUTHN'))
  },
  onlyFactor: async (assumptions) => beginning(await startWithEmailOnly(assumptions)),
  preferredNotOwned: async (assumptions) =>
    beginning(await startWithEmailOnly(assumptions), userAuth('WEB_AUTHN')),
  unconfirmedUserAuth: async (assumptions) => {
    const testPool = await start(assumptions)
    testPool.jo.status = 'UNCONFIRMED'
    return [await beginning(testPool), await beginning(testPool, byPassword({}))]
  },
  resetRequiredUserAuth: async (assumptions) => {
    const testPool = await start(assumptions)
    testPool.jo.status = 'RESET_REQUIRED'
    return [await beginning(testPool), await beginning(testPool, byPassword({}))]
  },
  wrongMfaCode: async (assumptions) => {
    const testPool = await start(assumptions)
    enableFactors(testPool, 'SOFTWARE_TOKEN_MFA')
    const asked = await initiateAuth(testPool, byPassword({}))
    const code = totpCode(testPool.jo.softwareToken?.secret)
    const wrong = responseTo(asked, { SOFTWARE_TOKEN_MFA_CODE: '000000' })
    expect((await refusedResponse(testPool, wrong)).type).toBe('CodeMismatchException')
    return respond(testPool, responseTo(asked, { SOFTWARE_TOKEN_MFA_CODE: code })).then(
      () => 'signed in',
      () => 'refused',
    )
  },
  authenticationLevels: async (assumptions) => {
    const testPool = await openStepUpPool([], { options: { assumptions } })
    const answer = await finishSignIn(testPool, await initiateAuth(testPool, byPassword()))
    const none = await beginning(testPool, requestLevels([4], {}, 'PASSWORD'))
    return [claimsOf(tokensOf(answer).AccessToken)['acr'], none]
  },
  stepUpFamily: async (assumptions) => {
    const testPool = await openStepUpPool([], { options: { assumptions } })
    const before = tokensOf(await initiateAuth(testPool, byPassword()))
    enableFactors(testPool, 'SOFTWARE_TOKEN_MFA')
    const wanted = requestLevels([4], { ACCESS_TOKEN: before.AccessToken })
    const after = tokensOf(await finishSignIn(testPool, await initiateAuth(testPool, wanted)))
    await testPool.call('RevokeToken', { Token: before.RefreshToken })
    const { AccessToken } = after
    return testPool.call('GetUser', { AccessToken }).then(
      () => 'spared',
      () => 'revoked',
    )
  },
  identitiesClaim: async (assumptions) => {
    const { tokens } = await openDomainPool({ options: { assumptions } })
    return 'identities' in claimsOf((await tokens()).id_token)
  },
  domainRenewal: async (assumptions) => {
    const DeviceConfiguration = { ChallengeRequiredOnNewDevice: true }
    const { tokens, call } = await openDomainPool({
      options: { assumptions },
      pool: { DeviceConfiguration },
    })
    const RefreshToken = (await tokens()).refresh_token
    return call('GetTokensFromRefreshToken', { RefreshToken }).then(
      () => 'renewed',
      (error: unknown) => /"message":"([^"]+)"/.exec(String(error))?.[1],
    )
  },
  deviceKeyInUserAuth: async (assumptions) => {
    const testPool = await start(assumptions)
    return beginning(testPool, userAuth(undefined, { DEVICE_KEY: 'us-east-1_1' }))
  },
  untrackedSessions: async (assumptions) => {
    const testPool = await openTestPool({ options: { assumptions } })
    const { AccessToken } = await testPool.tokensFor('jo')
    return (await testPool.refused('ListUserSessions', { AccessToken })).type
  },
  userAuthFactorsOnLite: async (assumptions) => {
    const testPool = await openTestPool({
      options: { assumptions },
      pool: { UserPoolTier: 'LITE' },
    })
    const { AccessToken } = await testPool.tokensFor('jo')
    return testPool
      .call('GetUserAuthFactors', { AccessToken })
      .then(({ ConfiguredUserAuthFactors }) => ConfiguredUserAuthFactors, typeOf)
  },
}

const outcomes: { [Name in AssumptionName]: Record<Assumptions[Name], unknown> } = {
  lateRotation: { displacesRetry: 'first', isDisplaced: 'retry' },
  expiredSignUpSession: { isIgnored: 'CONFIRMED', isRefused: 'UNCONFIRMED' },
  confirmSignUpSession: { isReturned: true, isAbsent: false },
  passkeyBeforeMfa: {
    NotAuthorizedException: 'NotAuthorizedException',
    InvalidParameterException: 'InvalidParameterException',
    choice: 'SELECT_CHALLENGE',
  },
  onlyFactor: { isAsked: 'EMAIL_OTP', isOffered: 'SELECT_CHALLENGE' },
  preferredNotOwned: { asksOnlyFactor: 'EMAIL_OTP', offersChoice: 'SELECT_CHALLENGE' },
  unconfirmedUserAuth: {
    isRefusedAtStart: ['UserNotConfirmedException', 'UserNotConfirmedException'],
    isRefusedAfterPassword: ['SELECT_CHALLENGE', 'UserNotConfirmedException'],
  },
  resetRequiredUserAuth: {
    isRefusedAfterPassword: ['SELECT_CHALLENGE', 'PasswordResetRequiredException'],
    isRefusedAtStart: ['PasswordResetRequiredException', 'PasswordResetRequiredException'],
  },
  wrongMfaCode: { keepsSession: 'signed in', endsSession: 'refused' },
  authenticationLevels: {
    areHonoured: [loa(1), 'InvalidParameterException'],
    areIgnored: [undefined, 'PASSWORD'],
  },
  stepUpFamily: { isNew: 'spared', isContinued: 'revoked' },
  identitiesClaim: { isPresent: true, isAbsent: false },
  domainRenewal: { isRefused: 'Invalid Refresh Token.', isAllowed: 'renewed' },
  deviceKeyInUserAuth: { isAccepted: 'SELECT_CHALLENGE', isRefused: 'InvalidParameterException' },
  untrackedSessions: {
    OperationNotEnabledException: 'OperationNotEnabledException',
    InvalidParameterException: 'InvalidParameterException',
    UnknownOperationException: 'UnknownOperationException',
  },
  userAuthFactorsOnLite: {
    areListed: ['PASSWORD', 'EMAIL_OTP'],
    areRefused: 'FeatureUnavailableInTierException',
  },
}

describe.each(Object.entries(experiments))('%s', (name, experiment) => {
  const expected = new Map(Object.entries(outcomes)).get(name) ?? {}

  test('every answer is tried', () => {
    const { answers } = ASSUMPTIONS[name as AssumptionName]
    expect(Object.keys(expected)).toEqual(answers)
  })

  test.each(Object.entries(expected))('%s', async (answer, outcome) => {
    expect(await experiment({ [name]: answer })).toEqual(outcome)
  })
})
