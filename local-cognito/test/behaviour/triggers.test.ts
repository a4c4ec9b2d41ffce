import { describe, expect, test } from 'vitest'
import { PASSWORD, toAttributes, tokensOf } from '#local-cognito/test/support/testPool.ts'
import {
  byPassword,
  openTriggerPool,
  recorder,
  SIGNED,
} from '#local-cognito/test/support/triggerPool.ts'

const kim = {
  Username: 'kim',
  Password: PASSWORD,
  UserAttributes: toAttributes({ email: 'kim@example.com' }),
}
const refusal = (message: string) => ({ type: 'UserLambdaValidationException', message })

describe('signing up', () => {
  test('runs PreSignUp before and PostConfirmation after, with what the client sent along', async () => {
    const { events, note, sources } = recorder()
    const testPool = await openTriggerPool({ PreSignUp: note, PostConfirmation: note })
    const ValidationData = toAttributes({ invitation: '42' })
    const ClientMetadata = { from: 'poster' }
    const { UserSub } = await testPool.call('SignUp', { ...kim, ValidationData, ClientMetadata })
    const ConfirmationCode = testPool.codeFor('kim@example.com')
    await testPool.call('ConfirmSignUp', { Username: 'kim', ConfirmationCode })
    expect(sources()).toEqual(['PreSignUp_SignUp', 'PostConfirmation_ConfirmSignUp'])
    expect(events[0]).toEqual({
      version: '1',
      triggerSource: 'PreSignUp_SignUp',
      region: 'us-east-1',
      userPoolId: testPool.pool.id,
      userName: 'kim',
      callerContext: {
        awsSdkVersion: 'aws-sdk-unknown-unknown',
        clientId: testPool.client.id,
      },
      request: {
        userAttributes: { email: 'kim@example.com' },
        validationData: { invitation: '42' },
        clientMetadata: { from: 'poster' },
      },
      response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
    })
    expect(events[1]?.request).toEqual({
      userAttributes: {
        sub: UserSub,
        'cognito:user_status': 'CONFIRMED',
        email: 'kim@example.com',
        email_verified: 'true',
      },
    })
  })

  test('PreSignUp refuses with a message, and no user is left', async () => {
    const testPool = await openTriggerPool({
      PreSignUp: () => Promise.reject(new Error('Not on the list')),
    })
    expect(await testPool.refused('SignUp', kim)).toEqual(
      refusal('PreSignUp failed with error Not on the list.'),
    )
    expect(testPool.user('kim')).toBe(undefined)
  })

  test('PreSignUp confirms and verifies without a code', async () => {
    const { note, sources } = recorder()
    const testPool = await openTriggerPool({
      PreSignUp(event) {
        Object.assign(event.response, { autoConfirmUser: true, autoVerifyEmail: true })
        return event
      },
      PostConfirmation: note,
    })
    expect(await testPool.call('SignUp', kim)).toMatchObject({ UserConfirmed: true })
    expect(testPool.user('kim')).toMatchObject({
      status: 'CONFIRMED',
      attributes: { email_verified: 'true' },
    })
    expect(testPool.store.messages).toEqual([])
    expect(sources()).toEqual(['PostConfirmation_ConfirmSignUp'])
    const noAddress = { Username: 'lee', Password: PASSWORD }
    expect(await testPool.refused('SignUp', noAddress)).toHaveProperty(
      'type',
      'InvalidLambdaResponseException',
    )
  })

  test('administrators run the triggers, too; their response changes nothing', async () => {
    const { events, note, sources } = recorder()
    const testPool = await openTriggerPool({
      PreSignUp(event) {
        event.response.autoConfirmUser = true
        return note(event)
      },
      PostConfirmation: note,
    })
    const created = await testPool.admin('AdminCreateUser', { Username: 'kim' })
    expect(created).toMatchObject({ User: { UserStatus: 'FORCE_CHANGE_PASSWORD' } })
    await testPool.addTestUser('lee', { status: 'UNCONFIRMED' })
    await testPool.admin('AdminConfirmSignUp', { Username: 'lee' })
    expect(sources()).toEqual(['PreSignUp_AdminCreateUser', 'PostConfirmation_ConfirmSignUp'])
    expect(events[0]).toHaveProperty('callerContext.clientId', 'CLIENT_ID_NOT_APPLICABLE')
  })

  test('PostConfirmation may call the API, and its failure leaves the user confirmed', async () => {
    const testPool = await openTriggerPool({
      async PostConfirmation(event) {
        if (event.userName === 'lee') throw new Error('No groups left')
        await testPool.admin('AdminAddUserToGroup', { Username: 'kim', GroupName: 'members' })
        return event
      },
    })
    await testPool.admin('CreateGroup', { GroupName: 'members' })
    for (const Username of ['kim', 'lee']) await testPool.call('SignUp', { ...kim, Username })
    const confirm = (Username: string) => ({
      Username,
      ConfirmationCode:
        testPool.store.messages.find(({ username }) => username === Username)?.code ?? '',
    })
    await testPool.call('ConfirmSignUp', confirm('kim'))
    expect(testPool.user('kim')?.groups).toEqual(['members'])
    expect(await testPool.refused('ConfirmSignUp', confirm('lee'))).toEqual(
      refusal('PostConfirmation failed with error No groups left.'),
    )
    expect(testPool.user('lee')?.status).toBe('CONFIRMED')
  })
})

describe('signing in', () => {
  test('runs PreAuthentication, then PostAuthentication', async () => {
    const { events, note, sources } = recorder()
    const testPool = await openTriggerPool({ PreAuthentication: note, PostAuthentication: note })
    const ClientMetadata = { page: 'home' }
    await testPool.call('InitiateAuth', { ...byPassword('jo', PASSWORD), ClientMetadata })
    expect(sources()).toEqual([
      'PreAuthentication_Authentication',
      'PostAuthentication_Authentication',
    ])
    // Of InitiateAuth, `ClientMetadata` reaches the first one only, under another name.
    expect(events[0]?.request).toMatchObject({ validationData: ClientMetadata })
    expect(events[0]?.request).not.toHaveProperty('clientMetadata')
    expect(events[1]?.request).toEqual({
      userAttributes: expect.objectContaining({ email: 'jo@example.com' }) as object,
      newDeviceUsed: false,
    })
    await testPool.call('RespondToAuthChallenge', {
      ...(await testPool.srpResponse('jo')),
      ClientMetadata,
    })
    expect(events[3]?.request).toMatchObject({ clientMetadata: ClientMetadata })
  })

  test('PreAuthentication refuses before the password is checked, PostAuthentication after', async () => {
    const before = await openTriggerPool({
      PreAuthentication: () => Promise.reject(new Error('Closed on Sundays')),
    })
    expect(await before.refused('InitiateAuth', byPassword('jo', 'Wrong-Horse-9'))).toEqual(
      refusal('PreAuthentication failed with error Closed on Sundays.'),
    )
    const after = await openTriggerPool({
      PostAuthentication: () => Promise.reject(new Error('Too late')),
    })
    expect(await after.refused('InitiateAuth', byPassword('jo', PASSWORD))).toEqual(
      refusal('PostAuthentication failed with error Too late.'),
    )
    expect(after.store.families.size).toBe(0)
  })

  test('an unknown user runs PreAuthentication only where the client conceals that', async () => {
    for (const PreventUserExistenceErrors of ['ENABLED', 'LEGACY'] as const) {
      const { events, note } = recorder()
      const testPool = await openTriggerPool(
        { PreAuthentication: note },
        { client: { PreventUserExistenceErrors } },
      )
      await testPool.refused('InitiateAuth', byPassword('no-user', PASSWORD))
      expect(events.map(({ request }) => request)).toEqual(
        PreventUserExistenceErrors === 'LEGACY'
          ? []
          : [{ userAttributes: {}, validationData: null, userNotFound: true }],
      )
    }
  })

  test('refreshing runs neither', async () => {
    const { note, sources } = recorder()
    const testPool = await openTriggerPool({ PreAuthentication: note, PostAuthentication: note })
    const { RefreshToken } = await testPool.tokensFor('jo')
    const before = sources().length
    await testPool.call('GetTokensFromRefreshToken', { RefreshToken })
    expect(sources()).toHaveLength(before)
  })
})

describe('a pool that names a function', () => {
  test('which is on AWS is not affected; one that does not exist fails', async () => {
    const PreSignUp = 'arn:aws:lambda:us-east-1:123456789012:function:any'
    const imported = await openTriggerPool({}, { pool: { LambdaConfig: { PreSignUp } } })
    expect(await imported.call('SignUp', kim)).toMatchObject({ UserConfirmed: false })
    const misspelt = { LambdaConfig: { PreSignUp: 'local:none' } }
    const broken = await openTriggerPool({}, { pool: misspelt })
    expect(await broken.refused('SignUp', kim)).toEqual({
      type: 'UnexpectedLambdaException',
      message: 'PreSignUp invocation failed due to error ResourceNotFoundException.',
    })
  })

  test('takes requests of others while it runs', async () => {
    let arrived = () => {}
    let go = () => {}
    const isRunning = new Promise<void>((resolve) => (arrived = resolve))
    const mayGoOn = new Promise<void>((resolve) => (go = resolve))
    const testPool = await openTriggerPool({
      async PreSignUp(event) {
        arrived()
        await mayGoOn
        return event
      },
    })
    const signingUp = testPool.call('SignUp', kim)
    await isRunning
    tokensOf(await testPool.call('InitiateAuth', byPassword('jo', PASSWORD)))
    go()
    await signingUp
    expect(
      await testPool.send(
        'AdminGetUser',
        { UserPoolId: testPool.pool.id, Username: 'kim' },
        SIGNED,
      ),
    ).toHaveProperty('status', 200)
  })
})
