import { afterAll, beforeAll, expect, test } from 'vitest'
import { securityHeaders } from '../../edge/headers.ts'
import { type ConfigFile, parseConfig } from '../../src/config/loadConfig.ts'
import { host } from './test/goodPool.ts'
import { openBed } from './test/openBed.ts'

let bed: Awaited<ReturnType<typeof openBed>>
beforeAll(async () => {
  bed = await openBed()
})
afterAll(() => bed[Symbol.asyncDispose]())

const origins = (config: ConfigFile) =>
  (/connect-src ([^;]*)/.exec(securityHeaders(config)['Content-Security-Policy'] ?? '')?.[1] ?? '')
    .split(' ')
    .toSorted()

const written = async (name: string) => parseConfig(await bed.read(name))

test('writes a config that the portal takes, and that its CSP lets through', async () => {
  const [poolId, clientId] = await bed.makePool({ domains: ['example-csp'] })
  const { code, said } = await bed.run(poolId, clientId, '--out', 'new.json')
  expect(code).toBe(0)
  expect(said).toContain(`cognito.userPoolId = "${poolId}"`)
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

test('with an endpoint, the config and the CSP name it, and the domain the pool publishes', async () => {
  const [poolId, clientId] = await bed.makePool()
  await bed.run(poolId, clientId, '--out', 'local.json', '--endpoint', bed.origin)
  const config = await written('local.json')
  expect(config.cognito.endpoint).toBe(bed.origin)
  expect(config.federation.domain).toBe(`${bed.origin}/_domain/${poolId}`)
  expect(origins(config)).toEqual(["'self'", bed.origin])
})

test('keeps what is not the pool’s, says what changes, and the second time nothing does', async () => {
  const [poolId, clientId] = await bed.makePool()
  await bed.write('kept.json', {
    $schema: './portal.config.schema.json',
    portal: { name: 'Example Bank' },
    cognito: { region: '', userPoolId: '', userPoolClientId: '', endpoint: 'http://localhost:1' },
    signIn: { flow: 'USER_SRP_AUTH', preferred: 'WEB_AUTHN', secondFactors: ['SMS_MFA'] },
    profile: { attributes: ['given_name'] },
    federation: { domain: 'https://old.example.com', providers: [{ name: 'Google', label: 'G' }] },
    session: { storage: 'memory' },
    hosts: { 'a.example.com': { portal: { name: 'A' } } },
  })
  const first = await bed.run(poolId, clientId, '--out', 'kept.json')
  const lines = first.said.split('\n')
  expect(lines).toContain('cognito.region = "us-east-1", was ""')
  expect(lines).toContain('cognito.endpoint "http://localhost:1" is taken out')
  expect(lines).toContain('signIn.secondFactors = ["SOFTWARE_TOKEN_MFA"], was ["SMS_MFA"]')
  expect(lines.filter((line) => /portal|preferred|storage|hosts|flow|profile/.test(line))).toEqual(
    [],
  )
  const text = await bed.read('kept.json')
  expect(JSON.parse(text)).toMatchObject({
    $schema: './portal.config.schema.json',
    portal: { name: 'Example Bank' },
    signIn: { flow: 'USER_SRP_AUTH', preferred: 'WEB_AUTHN' },
    profile: { attributes: ['given_name'] },
    federation: { providers: [{ name: 'Google', label: 'G' }] },
    session: { storage: 'memory', refreshTokenValiditySeconds: 43_200 },
    hosts: { 'a.example.com': { portal: { name: 'A' } } },
  })
  const again = await bed.run(poolId, clientId, '--out', 'kept.json')
  expect(again.said).toMatch(/kept\.json says all of this already\.$/)
  expect(await bed.read('kept.json')).toBe(text)
})

test('a flow that the client no longer has is given up', async () => {
  const [poolId, clientId] = await bed.makePool({
    client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH'] },
  })
  await bed.write('flow.json', { signIn: { flow: 'USER_SRP_AUTH' } })
  await bed.run(poolId, clientId, '--out', 'flow.json')
  expect((await written('flow.json')).signIn.flow).toBe('USER_AUTH')
})

test('two pools in one file: each host has its own, and the CSP admits both', async () => {
  const [poolId, clientId] = await bed.makePool({ domains: ['example-two'] })
  const [otherId, otherClient] = await bed.makePool({
    domains: [],
    client: { RefreshTokenValidity: 1, TokenValidityUnits: { RefreshToken: 'days' } },
  })
  await bed.run(poolId, clientId, '--out', 'two.json', '--endpoint', bed.origin)
  const above = await written('two.json')
  const { code, said } = await bed.run(otherId, otherClient, '--out', 'two.json', '--host', host)
  expect(code).toBe(0)
  expect(said).toContain(`hosts["${host}"].cognito.userPoolId = "${otherId}"`)
  const { hosts, ...everywhere } = await written('two.json')
  expect(everywhere).toEqual({ ...above, hosts: undefined })
  const own = hosts.get(host)
  expect(own?.cognito).toEqual({
    region: 'us-east-1',
    userPoolId: otherId,
    userPoolClientId: otherClient,
    // What stands above cannot be taken away at a host, so it says where AWS is.
    endpoint: 'https://cognito-idp.us-east-1.amazonaws.com',
  })
  expect(own?.federation).toMatchObject({ providers: [], logout: false })
  expect(own?.session.refreshTokenValiditySeconds).toBe(86_400)
  expect(origins({ ...everywhere, hosts })).toEqual(
    ["'self'", bed.origin, 'https://cognito-idp.us-east-1.amazonaws.com'].toSorted(),
  )
  const again = await bed.run(otherId, otherClient, '--out', 'two.json', '--host', host)
  expect(again.said).toMatch(/says all of this already\.$/)
})

test('a host alone is no config: every other one needs a pool, too', async () => {
  const [poolId, clientId] = await bed.makePool()
  const { code, complained } = await bed.run(
    poolId,
    clientId,
    '--out',
    'alone.json',
    '--host',
    host,
  )
  expect(code).toBe(2)
  expect(complained).toContain('cognito.region must be an AWS region')
  expect(complained).toContain('run this without --host first')
  await expect(bed.read('alone.json')).rejects.toThrow('ENOENT')
})

test('prints to a pipe the config alone', async () => {
  const [poolId, clientId] = await bed.makePool({ pool: { DeletionProtection: 'INACTIVE' } })
  const { code, said, complained } = await bed.run(poolId, clientId, '--out', '-')
  expect(code).toBe(0)
  expect(parseConfig(said).cognito.userPoolId).toBe(poolId)
  expect(complained).toContain('unwise: deletionProtectionOff')
})

test('only checks, and ends with 1 where something is dangerous', async () => {
  const good = await bed.run(
    ...(await bed.makePool()),
    '--check',
    '--host',
    host,
    '--out',
    'c.json',
  )
  expect(good).toEqual({ code: 0, said: 'Nothing about this pool is unwise.', complained: '' })
  const unwise = await bed.makePool({ client: { EnableTokenRevocation: false } })
  expect((await bed.run(...unwise, '--check')).code).toBe(0)
  const bad = await bed.run(
    ...(await bed.makePool({ client: { GenerateSecret: true } })),
    '--check',
  )
  expect(bad.code).toBe(1)
  expect(bad.said).toContain('dangerous: clientSecret')
  await expect(bed.read('c.json')).rejects.toThrow('ENOENT')
})

test('refuses a client with a secret, and leaves the file as it is', async () => {
  await bed.write('secret.json', '{ "portal": { "name": "Example" } }')
  const made = await bed.makePool({ client: { GenerateSecret: true } })
  const { code, said, complained } = await bed.run(...made, '--out', 'secret.json')
  expect(code).toBe(2)
  expect(said).toContain('make another client, without one')
  expect(complained).toBe('No config was written: see what is dangerous above.')
  expect(await bed.read('secret.json')).toBe('{ "portal": { "name": "Example" } }')
})

test('refuses a file that is none, or that the portal would not take', async () => {
  const made = await bed.makePool()
  await bed.write('broken.json', '{ "portal": ')
  const broken = await bed.run(...made, '--out', 'broken.json')
  expect(broken.code).toBe(2)
  expect(broken.complained).toContain('broken.json is not a config')
  await bed.write('list.json', '[]')
  expect((await bed.run(...made, '--out', 'list.json')).code).toBe(2)
  await bed.write('wrong.json', { portal: { nmae: 'Example' } })
  const wrong = await bed.run(...made, '--out', 'wrong.json')
  expect(wrong.complained).toContain('portal.nmae is not a setting')
  expect(await bed.read('wrong.json')).toBe('{"portal":{"nmae":"Example"}}')
})

test.each([
  [[], 'POOL_ID is missing: it must be the id of a user pool, like eu-central-1_AbCdEfGhI.'],
  [
    ['AbCdEfGhI', 'x'],
    'POOL_ID "AbCdEfGhI" must be the id of a user pool, like eu-central-1_AbCdEfGhI.',
  ],
  [['Frankfurt_AbC', 'x'], 'POOL_ID "Frankfurt_AbC" must be'],
  [['eu-central-1_AbCdEfGhI'], 'CLIENT_ID is missing: it must be the id of an app client'],
  [['eu-central-1_AbCdEfGhI', 'a b'], 'CLIENT_ID "a b" must be'],
  [['eu-central-1_AbCdEfGhI', 'a', 'b'], 'The argument "b" is one too many.'],
  [
    ['eu-central-1_AbCdEfGhI', 'a', '--endpoint', 'localhost'],
    '--endpoint "localhost" must be an http(s)',
  ],
  [['eu-central-1_AbCdEfGhI', 'a', '--host', 'https://x'], '--host "https://x" must be a host'],
  [['eu-central-1_AbCdEfGhI', 'a', '--hots', 'x'], "Unknown option '--hots'"],
])('refuses %j', async (args, sentence) => {
  const { code, complained } = await bed.run(...args)
  expect(complained).toContain(sentence)
  expect(code).toBe(2)
})

test('says how it is used', async () => {
  const { code, said } = await bed.run('--help')
  expect(code).toBe(0)
  expect(said).toContain('npm run config:from-pool -- POOL_ID CLIENT_ID')
})
