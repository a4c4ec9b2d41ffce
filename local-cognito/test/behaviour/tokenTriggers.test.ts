import { describe, expect, test } from 'vitest'
import { claimsOf, PASSWORD, tokensOf } from '#local-cognito/test/support/testPool.ts'
import { byPassword, openTriggerPool, recorder } from '#local-cognito/test/support/triggerPool.ts'
import type { TriggerEvents, TriggerFunctions } from '#local-cognito/triggers.ts'

type Response = TriggerEvents['PreTokenGeneration']['response']

const answering = (response: Response): TriggerFunctions => ({
  PreTokenGeneration: (event) => ({ ...event, response }),
})

/** A pool whose function is of a later version than the first. */
const withVersion = (LambdaVersion: 'V2_0' | 'V3_0', triggers: TriggerFunctions) =>
  openTriggerPool(triggers, {
    pool: {
      LambdaConfig: { PreTokenGenerationConfig: { LambdaArn: 'local:test', LambdaVersion } },
    },
  })

async function claimsIn(testPool: Awaited<ReturnType<typeof openTriggerPool>>) {
  testPool.jo.groups = ['staff']
  const { IdToken, AccessToken } = tokensOf(
    await testPool.call('InitiateAuth', byPassword('jo', PASSWORD)),
  )
  return { id: claimsOf(IdToken), access: claimsOf(AccessToken), AccessToken }
}

describe('PreTokenGeneration, version 1', () => {
  test('changes the ID token, and the groups of both', async () => {
    const testPool = await openTriggerPool(
      answering({
        claimsOverrideDetails: {
          claimsToAddOrOverride: { tenant: 'acme', email: 'new@example.com', sub: 'forged' },
          claimsToSuppress: ['email_verified', 'token_use'],
          groupOverrideDetails: {
            groupsToOverride: ['guests'],
            iamRolesToOverride: ['arn:aws:iam::123456789012:role/guest'],
            preferredRole: 'arn:aws:iam::123456789012:role/guest',
          },
        },
      }),
    )
    const { id, access } = await claimsIn(testPool)
    expect(id).toMatchObject({
      tenant: 'acme',
      email: 'new@example.com',
      sub: testPool.jo.sub,
      token_use: 'id',
      'cognito:groups': ['guests'],
      'cognito:roles': ['arn:aws:iam::123456789012:role/guest'],
      'cognito:preferred_role': 'arn:aws:iam::123456789012:role/guest',
    })
    expect(id).not.toHaveProperty('email_verified')
    expect(access).toMatchObject({ 'cognito:groups': ['guests'] })
    expect(access).not.toHaveProperty('tenant')
  })

  test('cannot add a list', async () => {
    const claimsToAddOrOverride = { tenants: ['acme'] }
    const testPool = await openTriggerPool(
      answering({ claimsOverrideDetails: { claimsToAddOrOverride } }),
    )
    expect(await testPool.refused('InitiateAuth', byPassword('jo', PASSWORD))).toEqual({
      type: 'InvalidLambdaResponseException',
      message: 'Unrecognizable lambda output',
    })
  })

  test('gets the user, the groups and the source', async () => {
    const { events, note, sources } = recorder()
    const testPool = await openTriggerPool({ PreTokenGeneration: note })
    testPool.jo.groups = ['staff']
    const { RefreshToken } = tokensOf(
      await testPool.call('InitiateAuth', byPassword('jo', PASSWORD)),
    )
    const ClientMetadata = { why: 'wake' }
    await testPool.call('GetTokensFromRefreshToken', { RefreshToken, ClientMetadata })
    await testPool.call('InitiateAuth', {
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      AuthParameters: { REFRESH_TOKEN: RefreshToken },
    })
    const password = 'Temporary-9'
    await testPool.addTestUser('kim', { status: 'FORCE_CHANGE_PASSWORD' }, password)
    const { Session } = await testPool.call('InitiateAuth', byPassword('kim', password))
    await testPool.call('RespondToAuthChallenge', {
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      Session,
      ChallengeResponses: { USERNAME: 'kim', NEW_PASSWORD: PASSWORD },
    })
    expect(sources()).toEqual([
      'TokenGeneration_Authentication',
      'TokenGeneration_RefreshTokens',
      'TokenGeneration_RefreshTokens',
      'TokenGeneration_NewPasswordChallenge',
    ])
    expect(events[1]?.request).toMatchObject({
      groupConfiguration: { groupsToOverride: ['staff'], iamRolesToOverride: [] },
      clientMetadata: ClientMetadata,
    })
    expect(events[1]?.request).not.toHaveProperty('scopes')
  })
})

describe.each(['V2_0', 'V3_0'] as const)('PreTokenGeneration, %s', (version) => {
  test('changes both tokens, with any JSON, and the scopes', async () => {
    const { events, note } = recorder()
    const response: Response = {
      claimsAndScopeOverrideDetails: {
        idTokenGeneration: { claimsToAddOrOverride: { tenants: ['acme'] } },
        accessTokenGeneration: {
          claimsToAddOrOverride: { tenants: { first: 'acme' }, client_id: 'forged' },
          claimsToSuppress: ['username', 'jti'],
          scopesToAdd: ['orders/read'],
        },
        groupOverrideDetails: { groupsToOverride: [] },
      },
    }
    const testPool = await withVersion(version, {
      PreTokenGeneration: (event) => ({ ...note(event), response }),
    })
    const { id, access } = await claimsIn(testPool)
    expect(id).toMatchObject({ tenants: ['acme'] })
    expect(access).toMatchObject({
      tenants: { first: 'acme' },
      client_id: testPool.client.id,
      username: 'jo',
      scope: 'aws.cognito.signin.user.admin orders/read',
    })
    expect(access).toHaveProperty('jti')
    for (const claims of [id, access]) expect(claims).not.toHaveProperty('cognito:groups')
    expect(events[0]).toMatchObject({
      version: version.charAt(1),
      request: { scopes: ['aws.cognito.signin.user.admin'] },
    })
  })

  test('takes the scope away that account actions need', async () => {
    const scopesToSuppress = ['aws.cognito.signin.user.admin']
    const accessTokenGeneration = { scopesToSuppress }
    const testPool = await withVersion(
      version,
      answering({ claimsAndScopeOverrideDetails: { accessTokenGeneration } }),
    )
    const { AccessToken } = await claimsIn(testPool)
    expect(await testPool.refused('GetUser', { AccessToken })).toEqual({
      type: 'NotAuthorizedException',
      message: 'Access Token does not have required scopes',
    })
  })
})

test('a slow PreTokenGeneration lets the retry of a refresh overtake it', async () => {
  let arrived = () => {}
  let go = () => {}
  const isRunning = new Promise<void>((resolve) => (arrived = resolve))
  const mayGoOn = new Promise<void>((resolve) => (go = resolve))
  let isSlow = false
  const testPool = await openTriggerPool(
    {
      async PreTokenGeneration(event) {
        if (!isSlow) return event
        isSlow = false
        arrived()
        await mayGoOn
        return event
      },
    },
    {
      client: {
        ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
        RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 60 },
      },
    },
  )
  const { RefreshToken } = tokensOf(await testPool.call('InitiateAuth', byPassword('jo', PASSWORD)))
  const renew = async (token: string) =>
    tokensOf(await testPool.call('GetTokensFromRefreshToken', { RefreshToken: token })).RefreshToken
  isSlow = true
  const first = renew(RefreshToken)
  await isRunning
  const retried = await renew(RefreshToken)
  go()
  const late = await first
  expect(await testPool.refused('GetTokensFromRefreshToken', { RefreshToken: retried })).toEqual({
    type: 'RefreshTokenReuseException',
    message: 'Refresh token reuse detected',
  })
  expect(await renew(late)).not.toBe(late)
})
