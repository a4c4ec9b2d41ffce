import type { account } from '#local-cognito/fixtures/account.ts'
import type { attributes } from '#local-cognito/fixtures/attributes.ts'
import type { tokenEndpoint } from '#local-cognito/fixtures/tokenEndpoint.ts'
import { openDevicePool } from '#local-cognito/test/support/devicePool.ts'
import { CALLBACK, openDomainPool } from '#local-cognito/test/support/domainPool.ts'
import { openMfaPool } from '#local-cognito/test/support/factorPool.ts'
import {
  PASSWORD,
  type TestPool,
  type TestPoolOptions,
} from '#local-cognito/test/support/testPool.ts'
import { administer, type Arrange, openPool, world, type World } from './world.ts'

const NEW_PASSWORD = 'Another-Horse-9'

/** kim, who has no attributes, signed in. */
async function signedIn(settings?: TestPoolOptions, given = {}) {
  const testPool = await openPool(settings)
  await testPool.addTestUser('kim', given)
  const tokens = await testPool.tokensFor('kim')
  return { testPool, ...tokens, world: () => worldOf(testPool, tokens.AccessToken) }
}

const worldOf = (testPool: TestPool, token: string) =>
  world(testPool, { username: 'kim', 'access-token': token, 'new-password': NEW_PASSWORD })

type SignedIn = Awaited<ReturnType<typeof signedIn>>

const after = (happens: (given: SignedIn) => unknown): Arrange => {
  return async () => {
    const given = await signedIn()
    await happens(given)
    return given.world()
  }
}

const admin = (action: string) =>
  after(({ testPool }) => administer(testPool, action, { Username: 'kim' }))

export const arrangeAccount: Record<keyof typeof account, Arrange> = {
  'user: read': async () => (await signedIn()).world(),
  'user: email not verified': async () => {
    const testPool = await openPool()
    const named = { email: 'kim@example.com', family_name: 'Example' }
    await testPool.call('SignUp', {
      Username: 'kim',
      Password: PASSWORD,
      UserAttributes: Object.entries(named).map(([Name, Value]) => ({ Name, Value })),
    })
    await administer(testPool, 'AdminConfirmSignUp', { Username: 'kim' })
    return worldOf(testPool, (await testPool.tokensFor('kim')).AccessToken)
  },
  'user: unreadable attributes': async () =>
    (
      await signedIn(
        { client: { ReadAttributes: ['given_name'] } },
        { attributes: { given_name: 'Kim', email: 'kim@example.com' } },
      )
    ).world(),
  'user: an ID token': async () => {
    const { testPool, IdToken } = await signedIn()
    return worldOf(testPool, IdToken)
  },
  'user: a forged signature': async () => {
    const { testPool, AccessToken, IdToken } = await signedIn()
    const [header = '', claims = ''] = AccessToken.split('.')
    return worldOf(testPool, [header, claims, IdToken.split('.')[2] ?? ''].join('.'))
  },
  'user: revoked': after(({ testPool, RefreshToken }) =>
    testPool.call('RevokeToken', { Token: RefreshToken }),
  ),
  'user: signed out everywhere': after(({ testPool, AccessToken }) =>
    testPool.call('GlobalSignOut', { AccessToken }),
  ),
  'user: rotated': async () => {
    const given = await signedIn({
      client: {
        ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
        RefreshTokenRotation: { Feature: 'ENABLED' },
      },
    })
    const { testPool, RefreshToken } = given
    await testPool.call('GetTokensFromRefreshToken', { RefreshToken })
    return given.world()
  },
  'user: disabled': admin('AdminDisableUser'),
  'user: deleted': admin('AdminDeleteUser'),
  'user: deleted client': after(({ testPool }) =>
    testPool.store.clients.delete(testPool.client.id),
  ),
  'user: no scope': async () => {
    const domain = await openDomainPool()
    const { access_token } = await domain.tokens(domain.ada, { scope: 'openid email' })
    return world(domain, { 'access-token': access_token })
  },
  'change password: right': async () => (await signedIn()).world(),
  'change password: too often': after(async ({ testPool, AccessToken }) => {
    const wrong = {
      AccessToken,
      PreviousPassword: NEW_PASSWORD,
      ProposedPassword: NEW_PASSWORD,
    }
    for (let time = 0; time < 5; time += 1) await testPool.refused('ChangePassword', wrong)
  }),
  'delete user': async () => (await signedIn()).world(),
  'confirm device: key not taken': async () => {
    const { testPool, tokens, config } = await openDevicePool()
    return world(testPool, {
      'access-token': tokens.AccessToken,
      'device-key': 'us-east-1_00000000-0000-4000-8000-000000000000',
      verifier: config.PasswordVerifier ?? '',
      salt: config.Salt ?? '',
    })
  },
  'app: associated with a token': async () => {
    const testPool = await openMfaPool('OPTIONAL')
    return world(testPool, { 'access-token': (await testPool.tokensFor('jo')).AccessToken })
  },
}

const SCHEMA = [
  { Name: 'family_name', Required: true },
  { Name: 'team', AttributeDataType: 'String' as const, Mutable: true },
  { Name: 'tenant', AttributeDataType: 'String' as const, Mutable: false },
]

const kim = {
  attributes: {
    family_name: 'Example',
    given_name: 'Kim',
    email: 'kim@example.com',
    'custom:tenant': 'owned',
  },
}

const profile = (client: TestPoolOptions['client'] = {}): Arrange => {
  return async (): Promise<World> =>
    (await signedIn({ pool: { Schema: SCHEMA }, client }, kim)).world()
}

const restricted = profile({ WriteAttributes: ['given_name', 'family_name'] })

export const arrangeAttributes: Record<keyof typeof attributes, Arrange> = {
  'attributes: update': profile(),
  'attributes: email changed': profile(),
  'attributes: given twice': profile(),
  'attributes: emptied': profile(),
  'attributes: not writable': restricted,
  'attributes: immutable': profile(),
  'attributes: email_verified': profile(),
  'attributes: sub': profile(),
  'attributes: unknown': profile(),
  'remove attributes: absent': profile(),
  'remove attributes: email': profile(),
  'remove attributes: not writable': restricted,
  'remove attributes: email_verified': profile(),
  'remove attributes: required': profile(),
  'remove attributes: immutable': profile(),
  'remove attributes: unknown': profile(),
}

/** Sends forms to the token endpoint. */
async function domainWith(values: (domain: Domain) => Promise<Record<string, string>>, pool = {}) {
  const domain = await openDomainPool({ pool })
  const send: World['send'] = (address, form) =>
    domain.post(
      address,
      Object.fromEntries(Object.entries(form).map(([name, value]) => [name, String(value)])),
    )
  return { ...world(domain, await values(domain)), send }
}

type Domain = Awaited<ReturnType<typeof openDomainPool>>

const TRACKED = {
  DeviceConfiguration: {
    ChallengeRequiredOnNewDevice: true,
    DeviceOnlyRememberedOnUserPrompt: false,
  },
}

export const arrangeTokenEndpoint: Record<keyof typeof tokenEndpoint, Arrange> = {
  'token: a refresh token that is not taken': () =>
    domainWith(async () => ({ 'refresh-token': 'garbage' })),
  'token: tracked devices': () =>
    domainWith(
      async ({ tokensFor }) => ({ 'refresh-token': (await tokensFor('jo')).RefreshToken }),
      TRACKED,
    ),
  'token: a client that is not taken': () =>
    domainWith(async (domain) => ({
      client: 'no-client',
      'redirect-uri': CALLBACK,
      code: await domain.codeFor(),
    })),
}
