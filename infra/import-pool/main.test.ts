import { afterAll, beforeAll, expect, test } from 'vitest'
import { securityHeaders } from '../../edge/headers.ts'
import { type ConfigFile, parseConfig } from '../../src/config/loadConfig.ts'
import { host } from './test/goodPool.ts'
import { createPoolFixture } from './test/poolFixture.ts'

let fixture: Awaited<ReturnType<typeof createPoolFixture>>
beforeAll(async () => {
  fixture = await createPoolFixture()
})
afterAll(() => fixture[Symbol.asyncDispose]())

const origins = (config: ConfigFile) =>
  (/connect-src ([^;]*)/.exec(securityHeaders(config)['Content-Security-Policy'] ?? '')?.[1] ?? '')
    .split(' ')
    .toSorted()

const written = async (name: string) => parseConfig(await fixture.read(name))

test('writes a config that the portal accepts and its CSP allows', async () => {
  const [poolId, clientId] = await fixture.makePool({ domains: ['example-csp'] })
  const { code, printed } = await fixture.run(poolId, clientId, '--out', 'new.json')
  expect(code).toBe(0)
  expect(printed).toContain(`cognito.userPoolId = "${poolId}"`)
  const config = await written('new.json')
  expect(config.cognito).toEqual({
    region: 'us-east-1',
    userPoolId: poolId,
    userPoolClientId: clientId,
  })
  expect(config.federation.domain).toBe('https://example-csp.auth.us-east-1.amazoncognito.com')
  expect(origins(config)).toEqual([
    "'self'",
    'https://cognito-idp.us-east-1.amazonaws.com',
    'https://example-csp.auth.us-east-1.amazoncognito.com',
  ])
})

test('with an endpoint, the config and the CSP have it, and the published domain', async () => {
  const [poolId, clientId] = await fixture.makePool()
  await fixture.run(poolId, clientId, '--out', 'local.json', '--endpoint', fixture.origin)
  const config = await written('local.json')
  expect(config.cognito.endpoint).toBe(fixture.origin)
  expect(config.federation.domain).toBe(`${fixture.origin}/_domain/${poolId}`)
  expect(origins(config)).toEqual(["'self'", fixture.origin])
})

test('keeps other settings, prints the changes, and changes nothing the second time', async () => {
  const [poolId, clientId] = await fixture.makePool()
  await fixture.write('kept.json', {
    $schema: './portal.config.schema.json',
    portal: { name: 'Example Bank' },
    cognito: { region: '', userPoolId: '', userPoolClientId: '', endpoint: 'http://localhost:1' },
    signIn: { flow: 'USER_SRP_AUTH', preferred: 'WEB_AUTHN', secondFactors: ['SMS_MFA'] },
    profile: { attributes: ['given_name'] },
    federation: { domain: 'https://old.example.com', providers: [{ name: 'Google', label: 'G' }] },
    session: { storage: 'memory' },
    hosts: { 'a.example.com': { portal: { name: 'A' } } },
  })
  const first = await fixture.run(poolId, clientId, '--out', 'kept.json')
  const lines = first.printed.split('\n')
  expect(lines).toContain('cognito.region = "us-east-1", was ""')
  expect(lines).toContain('cognito.endpoint "http://localhost:1" is removed')
  expect(lines).toContain('signIn.secondFactors = ["SOFTWARE_TOKEN_MFA"], was ["SMS_MFA"]')
  expect(lines.filter((line) => /portal|preferred|storage|hosts|flow|profile/.test(line))).toEqual(
    [],
  )
  const text = await fixture.read('kept.json')
  expect(JSON.parse(text)).toMatchObject({
    $schema: './portal.config.schema.json',
    portal: { name: 'Example Bank' },
    signIn: { flow: 'USER_SRP_AUTH', preferred: 'WEB_AUTHN' },
    profile: { attributes: ['given_name'] },
    federation: { providers: [{ name: 'Google', label: 'G' }] },
    session: { storage: 'memory', refreshTokenValiditySeconds: 43_200 },
    hosts: { 'a.example.com': { portal: { name: 'A' } } },
  })
  const again = await fixture.run(poolId, clientId, '--out', 'kept.json')
  expect(again.printed).toMatch(/kept\.json is up to date\.$/)
  expect(await fixture.read('kept.json')).toBe(text)
})

test('replaces a flow that the client no longer has', async () => {
  const [poolId, clientId] = await fixture.makePool({
    client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH'] },
  })
  await fixture.write('flow.json', { signIn: { flow: 'USER_SRP_AUTH' } })
  await fixture.run(poolId, clientId, '--out', 'flow.json')
  expect((await written('flow.json')).signIn.flow).toBe('USER_AUTH')
})

test('writes a second pool for a host, and the CSP allows both', async () => {
  const [poolId, clientId] = await fixture.makePool({ domains: ['example-two'] })
  const [otherId, otherClient] = await fixture.makePool({
    domains: [],
    client: { RefreshTokenValidity: 1, TokenValidityUnits: { RefreshToken: 'days' } },
  })
  await fixture.run(poolId, clientId, '--out', 'two.json', '--endpoint', fixture.origin)
  const above = await written('two.json')
  const { code, printed } = await fixture.run(
    otherId,
    otherClient,
    '--out',
    'two.json',
    '--host',
    host,
  )
  expect(code).toBe(0)
  expect(printed).toContain(`hosts["${host}"].cognito.userPoolId = "${otherId}"`)
  const { hosts, ...everywhere } = await written('two.json')
  expect(everywhere).toEqual({ ...above, hosts: undefined })
  const own = hosts.get(host)
  expect(own?.cognito).toEqual({
    region: 'us-east-1',
    userPoolId: otherId,
    userPoolClientId: otherClient,
    // A host cannot remove the general endpoint, so it has the one of AWS.
    endpoint: 'https://cognito-idp.us-east-1.amazonaws.com',
  })
  expect(own?.federation).toMatchObject({ providers: [], logout: false })
  expect(own?.session.refreshTokenValiditySeconds).toBe(86_400)
  expect(origins({ ...everywhere, hosts })).toEqual(
    ["'self'", fixture.origin, 'https://cognito-idp.us-east-1.amazonaws.com'].toSorted(),
  )
  const again = await fixture.run(otherId, otherClient, '--out', 'two.json', '--host', host)
  expect(again.printed).toMatch(/is up to date\.$/)
})

test('refuses a pool for one host only, because the others need one too', async () => {
  const [poolId, clientId] = await fixture.makePool()
  const { code, errors } = await fixture.run(
    poolId,
    clientId,
    '--out',
    'alone.json',
    '--host',
    host,
  )
  expect(code).toBe(2)
  expect(errors).toContain('cognito.region must be an AWS region')
  expect(errors).toContain('run this without --host first')
  await expect(fixture.read('alone.json')).rejects.toThrow('ENOENT')
})

test('prints only the config to standard output', async () => {
  const [poolId, clientId] = await fixture.makePool({ pool: { DeletionProtection: 'INACTIVE' } })
  const { code, printed, errors } = await fixture.run(poolId, clientId, '--out', '-')
  expect(code).toBe(0)
  expect(parseConfig(printed).cognito.userPoolId).toBe(poolId)
  expect(errors).toContain('unwise: deletionProtectionOff')
})

test('only checks, and exits with 1 if something is dangerous', async () => {
  const good = await fixture.run(
    ...(await fixture.makePool()),
    '--check',
    '--host',
    host,
    '--out',
    'c.json',
  )
  expect(good).toEqual({ code: 0, printed: 'There is no advice for this pool.', errors: '' })
  const unwise = await fixture.makePool({ client: { EnableTokenRevocation: false } })
  expect((await fixture.run(...unwise, '--check')).code).toBe(0)
  const bad = await fixture.run(
    ...(await fixture.makePool({ client: { GenerateSecret: true } })),
    '--check',
  )
  expect(bad.code).toBe(1)
  expect(bad.printed).toContain('dangerous: clientSecret')
  const migrates = {
    LambdaConfig: { UserMigration: 'arn:aws:lambda:us-east-1:123456789012:function:a' },
  }
  for (const shape of [
    { pool: migrates },
    { client: { AllowedOAuthScopes: ['openid'] } },
    { client: { AllowedOAuthScopes: ['aws.cognito.signin.user.admin'] } },
  ]) {
    expect((await fixture.run(...(await fixture.makePool(shape)), '--check')).code).toBe(1)
  }
  await expect(fixture.read('c.json')).rejects.toThrow('ENOENT')
})

test('refuses a client with a secret, and does not change the file', async () => {
  await fixture.write('secret.json', '{ "portal": { "name": "Example" } }')
  const made = await fixture.makePool({ client: { GenerateSecret: true } })
  const { code, printed, errors } = await fixture.run(...made, '--out', 'secret.json')
  expect(code).toBe(2)
  expect(printed).toContain('create another client without one')
  expect(errors).toBe('No config was written: see the dangerous settings above.')
  expect(await fixture.read('secret.json')).toBe('{ "portal": { "name": "Example" } }')
})

test('refuses a file that is not JSON, or that the portal would reject', async () => {
  const made = await fixture.makePool()
  await fixture.write('broken.json', '{ "portal": ')
  const broken = await fixture.run(...made, '--out', 'broken.json')
  expect(broken.code).toBe(2)
  expect(broken.errors).toContain('broken.json is not a config')
  await fixture.write('list.json', '[]')
  expect((await fixture.run(...made, '--out', 'list.json')).code).toBe(2)
  await fixture.write('wrong.json', { portal: { nmae: 'Example' } })
  const wrong = await fixture.run(...made, '--out', 'wrong.json')
  expect(wrong.errors).toContain('portal.nmae is not a setting')
  expect(await fixture.read('wrong.json')).toBe('{"portal":{"nmae":"Example"}}')
})

test.each([
  [[], 'POOL_ID is missing: it must be the ID of a user pool, like eu-central-1_AbCdEfGhI.'],
  [
    ['AbCdEfGhI', 'x'],
    'POOL_ID "AbCdEfGhI" must be the ID of a user pool, like eu-central-1_AbCdEfGhI.',
  ],
  [['Frankfurt_AbC', 'x'], 'POOL_ID "Frankfurt_AbC" must be'],
  [['eu-central-1_AbCdEfGhI'], 'CLIENT_ID is missing: it must be the ID of an app client'],
  [['eu-central-1_AbCdEfGhI', 'a b'], 'CLIENT_ID "a b" must be'],
  [['eu-central-1_AbCdEfGhI', 'a', 'b'], 'The argument "b" is one argument too many.'],
  [
    ['eu-central-1_AbCdEfGhI', 'a', '--endpoint', 'localhost'],
    '--endpoint "localhost" must be an http(s)',
  ],
  [['eu-central-1_AbCdEfGhI', 'a', '--host', 'https://x'], '--host "https://x" must be a host'],
  [['eu-central-1_AbCdEfGhI', 'a', '--hots', 'x'], "Unknown option '--hots'"],
])('refuses %j', async (args, sentence) => {
  const { code, errors } = await fixture.run(...args)
  expect(errors).toContain(sentence)
  expect(code).toBe(2)
})

test('prints its help', async () => {
  const { code, printed } = await fixture.run('--help')
  expect(code).toBe(0)
  expect(printed).toContain('npm run config:from-pool -- POOL_ID CLIENT_ID')
})
