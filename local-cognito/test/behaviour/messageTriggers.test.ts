import { describe, expect, test } from 'vitest'
import { openDomainPool } from '#local-cognito/test/support/domainPool.ts'
import { claimsOf, PASSWORD, toAttributes, tokensOf } from '#local-cognito/test/support/testPool.ts'
import { byPassword, openTriggerPool, recorder } from '#local-cognito/test/support/triggerPool.ts'
import type { TriggerFunctions } from '#local-cognito/triggers.ts'

const kim = {
  Username: 'kim',
  Password: PASSWORD,
  UserAttributes: toAttributes({ email: 'kim@example.com' }),
}

describe('CustomMessage', () => {
  test('words each message, with the code in its place', async () => {
    const { events, note, sources } = recorder()
    const testPool = await openTriggerPool({
      CustomMessage(event) {
        note(event)
        const { codeParameter, usernameParameter } = event.request
        event.response.emailSubject = 'Welcome'
        event.response.emailMessage = `Hello ${usernameParameter ?? 'you'}, ${codeParameter}`
        return event
      },
    })
    const ClientMetadata = { lang: 'ar' }
    await testPool.call('SignUp', { ...kim, ClientMetadata })
    await testPool.call('ResendConfirmationCode', { Username: 'kim' })
    await testPool.call('ForgotPassword', { Username: 'jo' })
    const { AccessToken } = await testPool.tokensFor('jo')
    await testPool.call('GetUserAttributeVerificationCode', { AccessToken, AttributeName: 'email' })
    const UserAttributes = toAttributes({ email: 'jo2@example.com' })
    await testPool.call('UpdateUserAttributes', { AccessToken, UserAttributes })
    await testPool.admin('AdminCreateUser', {
      Username: 'lee',
      TemporaryPassword: 'Temporary-9',
      UserAttributes: toAttributes({ email: 'lee@example.com' }),
    })
    expect(sources()).toEqual([
      'CustomMessage_SignUp',
      'CustomMessage_ResendCode',
      'CustomMessage_ForgotPassword',
      'CustomMessage_VerifyUserAttribute',
      'CustomMessage_UpdateUserAttribute',
      'CustomMessage_AdminCreateUser',
    ])
    expect(events[0]?.request).toMatchObject({
      codeParameter: '{####}',
      clientMetadata: ClientMetadata,
    })
    expect(events[4]).toHaveProperty('callerContext.clientId', testPool.client.id)
    const [invitation, ...codes] = testPool.store.messages
    expect(invitation).toMatchObject({ subject: 'Welcome', text: 'Hello lee, Temporary-9' })
    for (const { text, code } of codes) expect(text).toBe(`Hello you, ${code}`)
  })

  test('without an answer, the message stays as it is', async () => {
    const testPool = await openTriggerPool({ CustomMessage: (event) => event })
    await testPool.call('SignUp', kim)
    expect(testPool.store.messages[0]).not.toHaveProperty('text')
    expect(testPool.codeFor('kim@example.com')).toMatch(/^\d{6}$/)
  })

  test('refuses; the user is there all the same', async () => {
    const testPool = await openTriggerPool({
      CustomMessage: () => Promise.reject(new Error('No template')),
    })
    expect(await testPool.refused('SignUp', kim)).toEqual({
      type: 'UserLambdaValidationException',
      message: 'CustomMessage failed with error No template.',
    })
    expect(testPool.user('kim')?.status).toBe('UNCONFIRMED')
    expect(testPool.store.messages).toEqual([])
  })

  test('a text without the code is not understood', async () => {
    const testPool = await openTriggerPool({
      CustomMessage(event) {
        event.response.emailMessage = 'Hello'
        return event
      },
    })
    expect(await testPool.refused('ForgotPassword', { Username: 'jo' })).toHaveProperty(
      'type',
      'InvalidLambdaResponseException',
    )
  })
})

describe('UserMigration', () => {
  const migrating: TriggerFunctions = {
    UserMigration(event) {
      if (event.userName !== 'kim') throw new Error('Bad password')
      const isRight = event.request.password !== 'Wrong-Horse-9'
      if (!isRight) throw new Error('Bad password')
      event.response.userAttributes = { email: 'kim@example.com', email_verified: 'true' }
      event.response.finalUserStatus = 'CONFIRMED'
      event.response.messageAction = 'SUPPRESS'
      return event
    },
  }

  test('brings a user whose password is sent, who then is one of the pool', async () => {
    const { events, note } = recorder()
    const testPool = await openTriggerPool({
      UserMigration: (event) => migrating.UserMigration?.(note(event), testContext) ?? event,
    })
    const ClientMetadata = { page: 'home' }
    tokensOf(
      await testPool.call('InitiateAuth', { ...byPassword('kim', PASSWORD), ClientMetadata }),
    )
    expect(events).toMatchObject([
      {
        triggerSource: 'UserMigration_Authentication',
        userName: 'kim',
        request: { password: PASSWORD, validationData: ClientMetadata },
      },
    ])
    const { IdToken } = await testPool.tokensFor('kim')
    expect(claimsOf(IdToken)).toMatchObject({ email: 'kim@example.com', email_verified: true })
    expect(events).toHaveLength(1)
  })

  test('SRP cannot migrate: it sends no password', async () => {
    const testPool = await openTriggerPool(migrating)
    const parameters = { USERNAME: 'kim', SRP_A: 'abc123' }
    const refused = await testPool.refused('InitiateAuth', {
      AuthFlow: 'USER_SRP_AUTH',
      AuthParameters: parameters,
    })
    expect(refused.type).toBe('UserNotFoundException')
  })

  test('a refusal looks like an unknown user, or a wrong password where that is concealed', async () => {
    const wrong = byPassword('kim', 'Wrong-Horse-9')
    const open = await openTriggerPool(migrating)
    expect(await open.refused('InitiateAuth', wrong)).toEqual({
      type: 'UserNotFoundException',
      message: `Exception migrating user in app client ${open.client.id}`,
    })
    const concealing = await openTriggerPool(migrating, {
      client: { PreventUserExistenceErrors: 'ENABLED' },
    })
    expect(await concealing.refused('InitiateAuth', wrong)).toEqual({
      type: 'NotAuthorizedException',
      message: 'Incorrect username or password.',
    })
    const forgotten = await concealing.call('ForgotPassword', { Username: 'lee' })
    expect(forgotten).toHaveProperty('CodeDeliveryDetails.DeliveryMedium', 'EMAIL')
    expect(concealing.store.messages).toEqual([])
  })

  test('a forgotten password migrates and sends a code', async () => {
    const testPool = await openTriggerPool(migrating)
    await testPool.call('ForgotPassword', { Username: 'kim' })
    const ConfirmationCode = testPool.codeFor('kim@example.com')
    const confirmed = { Username: 'kim', ConfirmationCode, Password: PASSWORD }
    await testPool.call('ConfirmForgotPassword', confirmed)
    expect(await testPool.signInBySrp('kim')).toHaveProperty('AuthenticationResult')
  })

  test('without a final status, the password has to be reset', async () => {
    const testPool = await openTriggerPool({
      UserMigration(event) {
        event.response.userAttributes = { email: 'kim@example.com', email_verified: 'true' }
        return event
      },
    })
    expect(await testPool.refused('InitiateAuth', byPassword('kim', PASSWORD))).toEqual({
      type: 'PasswordResetRequiredException',
      message: 'Password reset required for the user',
    })
  })
})

test('the first sign-in over the domain runs the triggers of a sign-up, later ones those of a sign-in', async () => {
  const { events, note, sources } = recorder()
  const names = [
    'PreSignUp',
    'PostConfirmation',
    'PreAuthentication',
    'PostAuthentication',
    'PreTokenGeneration',
  ] as const
  const LambdaConfig = Object.fromEntries(names.map((name) => [name, 'local:test']))
  const domain = await openDomainPool({
    pool: { LambdaConfig },
    options: { triggers: { 'local:test': Object.fromEntries(names.map((name) => [name, note])) } },
  })
  await domain.tokens()
  await domain.tokens()
  expect(sources()).toEqual([
    'PreSignUp_ExternalProvider',
    'PostConfirmation_ConfirmSignUp',
    'TokenGeneration_HostedAuth',
    'PreAuthentication_Authentication',
    'PostAuthentication_Authentication',
    'TokenGeneration_HostedAuth',
  ])
  expect(events[0]).toMatchObject({
    userName: expect.stringMatching(/^Google_\d+$/) as string,
    request: { userAttributes: { email: 'ada@example.com' } },
  })
})

test('a refusal of PreSignUp returns to the client with its words', async () => {
  const { choose, ada } = await openDomainPool({
    pool: { LambdaConfig: { PreSignUp: 'local:test' } },
    options: {
      triggers: { 'local:test': { PreSignUp: () => Promise.reject(new Error('Staff only')) } },
    },
  })
  expect((await choose(ada)).query).toMatchObject({
    error: 'invalid_request',
    error_description: 'PreSignUp failed with error Staff only.',
  })
})

const testContext = { addresses: [], send: () => undefined }
