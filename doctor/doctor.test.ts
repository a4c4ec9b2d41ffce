import { expect, test } from 'vitest'
import { usage } from './main.ts'
import { refuse, renewal, withHeaders } from './test/lies.ts'
import type { Lie, Shape } from './test/lyingService.ts'
import { credentials, examine, open, run } from './test/runDoctor.ts'

const srpOn = { config: { signIn: { flow: 'USER_SRP_AUTH' } } }

test('a pool and a site as they should be have nothing wrong, and no token is printed', async () => {
  const { code, text, wrong } = await examine(await open())
  expect(wrong).toEqual([])
  expect(text).toMatch(/^ok .*ada@example\.com signs in with the password/m)
  expect(text).toMatch(/^ok .*The access token \(valid for 60 minutes\)/m)
  expect(text).toMatch(/^ok .*can be repeated \(grace period/m)
  expect(text).toMatch(/^\d+ as expected, 0 to note, 0 wrong$/m)
  expect(text).not.toMatch(/eyJ/)
  expect(code).toBe(0)
})

test('without a site and a user, it asks less', async () => {
  const { poolId, clientId, endpoint } = await open()
  const { code, text } = await run([poolId, clientId, '--endpoint', endpoint])
  expect(text).toContain('A browser at https://portal.example.com may call Cognito')
  expect(text).not.toMatch(/portal\.config\.json|signs in|domain/)
  expect(code).toBe(0)
})

test('changes nothing: no user is made, none is touched, and the session of the test user ends', async () => {
  const service = await open()
  const UserPoolId = service.poolId
  const before = await service.sdk.listUsers({ UserPoolId })
  await examine(service)
  const after = await service.sdk.listUsers({ UserPoolId })
  expect(after.Users).toEqual(before.Users)
})

/** Settings of a real pool, client or site that are wrong. */
const mistakes: Record<string, [Shape, ...named: RegExp[]]> = {
  'existence errors are legacy': [
    { client: { PreventUserExistenceErrors: 'LEGACY' } },
    /USER_SRP_AUTH treats an unknown user.*\n.*UserNotFoundException.*\n.*PreventUserExistenceErrors/,
    /USER_AUTH treats an unknown user.*\n.*UserNotFoundException/,
  ],
  'the client has a secret': [
    { client: { GenerateSecret: true } },
    /USER_SRP_AUTH treats.*\n.*secret.*\n.*create another client without one/,
    /session that has ended.*\n.*secret/,
    /ada@example\.com signs in.*\n.*secret/,
  ],
  'the client lacks the flow of the site': [
    { client: { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] } },
    /allows the flow of the site \(USER_AUTH\)/,
  ],
  'the client lacks SRP, which the site uses': [
    { client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH'] }, ...srpOn },
    /allows the flow of the site \(USER_SRP_AUTH\)/,
  ],
  'the callback is not registered': [
    { client: { CallbackURLs: ['https://portal.example.com/sign-in/callback'] } },
    /domain starts a sign-in that.*\n.*redirect_mismatch.*\n.*CallbackURLs/,
  ],
  'the client has no code flow': [
    { client: { AllowedOAuthFlows: ['implicit'] } },
    /domain starts a sign-in that.*\n.*unauthorized_client.*\n.*AllowedOAuthFlows/,
  ],
  'the client lacks a scope of the site': [
    { client: { AllowedOAuthScopes: ['openid'] } },
    /domain starts a sign-in that.*\n.*invalid_scope/,
  ],
  'the client does not offer the provider': [
    { client: { SupportedIdentityProviders: ['COGNITO'] } },
    /starts a sign-in with Google.*\n.*\n.*SupportedIdentityProviders/,
  ],
  'the rotation has no grace period': [
    { client: { RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 } } },
    /can be repeated \(grace period.*\n.*RefreshTokenReuseException/,
  ],
  'revocation is off': [
    { client: { EnableTokenRevocation: false } },
    /can be revoked \(origin_jti/,
    /Signing out revokes the session\n.*UnsupportedOperation/,
  ],
}

test.each(Object.entries(mistakes))('names it if %s', async (_, [shape, ...named]) => {
  const { code, wrong } = await examine(await open(shape))
  for (const pattern of named) expect(wrong.join('\n')).toMatch(pattern)
  expect(code).toBe(1)
})

/** Differences that cost nobody anything, or that end the questions. */
const differences: Record<string, [Shape, Lie | undefined, named: RegExp]> = {
  'sessions are unknown in this region': [
    {},
    refuse('ListUserSessions', 'UnknownOperationException', ''),
    /ListUserSessions is known.*\n.*not know the action/,
  ],
  'the name of an exception is only in the body': [
    {},
    withHeaders(renewal, (headers) => headers.delete('Access-Control-Expose-Headers')),
    /exposed to the page.*\n.*__type is in the body/,
  ],
  'the pool renews only for confirmed devices': [
    {
      pool: {
        DeviceConfiguration: {
          ChallengeRequiredOnNewDevice: true,
          DeviceOnlyRememberedOnUserPrompt: false,
        },
      },
    },
    undefined,
    /renewed once\n.*Invalid Refresh Token\..*\n.*adds none to the user/,
  ],
  'refresh tokens are not rotated': [
    {
      client: {
        ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
        RefreshTokenRotation: { Feature: 'DISABLED' },
      },
    },
    undefined,
    /tokens are rotated\n.*no new refresh token.*\n.*RetryGracePeriodSeconds 60/,
  ],
}

test.each(Object.entries(differences))('notes it if %s', async (_, [shape, lie, named]) => {
  const service = await open(shape)
  if (lie) service.tell(lie)
  const { code, wrong, notes } = await examine(service)
  expect(wrong).toEqual([])
  expect(notes.join('\n')).toMatch(named)
  expect(code).toBe(0)
})

test('notes a replica, which names the original as issuer', async () => {
  const service = await open()
  service.tell((asked, truth) =>
    asked.endsWith('/openid-configuration')
      ? truth().then(async (response) => {
          const text = await response.text()
          return new Response(
            text.replace(/"issuer":"[^"]+(\/[^"/]+)"/, '"issuer":"https://a.b$1"'),
          )
        })
      : undefined,
  )
  const { notes, wrong } = await examine(service, {})
  expect(notes).toEqual([
    expect.stringMatching(
      /names itself.*\n.*issuer is https:\/\/a\.b.*\n.*must expect this issuer/,
    ),
  ])
  expect(wrong).toEqual([])
})

test('stops at a question after the password, and says whom to ask for instead', async () => {
  const service = await open()
  const EmailMfaConfiguration = { Subject: 'Your code', Message: 'It is {####}' }
  await service.sdk.setUserPoolMfaConfig({
    UserPoolId: service.poolId,
    MfaConfiguration: 'ON',
    SoftwareTokenMfaConfiguration: { Enabled: true },
    EmailMfaConfiguration,
  })
  const { notes, code } = await examine(service)
  expect(notes.join()).toMatch(
    /signs in with the password.*\n.*the challenge (MFA_SETUP|EMAIL_OTP).*\n.*asked for nothing/,
  )
  expect(code).toBe(0)
})

test('names a wrong password of the test user', async () => {
  const { wrong } = await examine(await open(), { ...credentials, DOCTOR_PASSWORD: 'no' })
  expect(wrong).toEqual([expect.stringMatching(/signs in.*\n.*Incorrect.*\n.*DOCTOR_PASSWORD/)])
})

test('says which server it cannot reach', async () => {
  const { poolId, clientId, site } = await open()
  const nowhere = 'http://127.0.0.1:9'
  const { code, errors } = await run([poolId, clientId, site, '--endpoint', nowhere])
  expect(errors).toContain(`${nowhere} cannot be reached`)
  expect(code).toBe(2)
  expect((await run([poolId, clientId, nowhere])).errors).toContain(`${nowhere} cannot be reached`)
})

test.each([
  [[], 'POOL and CLIENT are needed'],
  [['eu-central-1_AbCdEfGhI'], 'POOL and CLIENT are needed'],
  [['pool', 'a'], 'POOL must be'],
  [['eu-central-1_AbCdEfGhI', 'a/b'], 'CLIENT must be'],
  [['eu-central-1_AbCdEfGhI', 'a', 'portal'], 'URL must be a URL, not portal'],
  [['eu-central-1_AbCdEfGhI', 'a', 'https://a.b', 'c'], 'c is too much'],
  [['eu-central-1_AbCdEfGhI', 'a', '--endpoint', 'b'], '--endpoint must be a URL, not b'],
  [['eu-central-1_AbCdEfGhI', 'a', 'https://a:99999'], 'URL must be a URL, not https://a:99999'],
  [
    ['eu-central-1_AbCdEfGhI', 'a', '--endpoint', 'http://a:99999'],
    '--endpoint must be a URL, not http://a:99999',
  ],
  [['--port', '1'], 'Unknown option'],
])('refuses %j, and prints how it is called', async (args, sentence) => {
  const { code, errors } = await run(args)
  expect(errors).toContain(sentence)
  expect(errors).toContain(usage)
  expect(code).toBe(2)
})

test('says how it is called', async () => {
  const { code, text, errors } = await run(['--help'])
  expect({ code, text: text.trim(), errors }).toEqual({ code: 0, text: usage, errors: '' })
})
