import { createServer } from 'node:net'
import { networkInterfaces } from 'node:os'
import { beforeAll, expect, test, vi } from 'vitest'
import { bundleCognito, spawnCognito } from '#test/support/spawnCognito.ts'
import { readArguments } from './cliArguments.ts'

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000 })
beforeAll(bundleCognito)

test('arguments are read', () => {
  const state = '.local-cognito/state.json'
  expect(readArguments([])).toEqual({ port: 9229, state })
  expect(readArguments(['--port', '9555', '--memory'])).toEqual({ port: 9555, state: 'memory' })
  expect(readArguments(['--port=0', '--state=a=b'])).toEqual({ port: 0, state: 'a=b' })
  expect(readArguments(['--memory', '--help'])).toBe('help')
})

test.for([
  [['--prot', '1'], 'Unknown argument "--prot"'],
  [['9555'], 'Unknown argument "9555"'],
  [['--port'], '--port wants a value'],
  [['--port', '--memory'], '--port wants a value'],
  [['--port', 'http'], '--port must be a number from 0 to 65535, not "http"'],
  [['--port', '65536'], '--port must be a number from 0 to 65535, not "65536"'],
  [['--port', '1', '--port', '2'], '--port contradicts an earlier argument'],
  [['--memory', '--state', 'x'], '--state contradicts an earlier argument'],
  [['--state', ''], '--state wants a value'],
] as const)('an argument that is wrong is named: %j', ([given, complaint]) => {
  expect(() => readArguments(given)).toThrow(complaint)
})

test('wrong arguments end it with status 2, --help with 0, production with 1', async () => {
  await using wrong = spawnCognito(['--prot'])
  await using help = spawnCognito(['--help'])
  await using production = spawnCognito(['--memory'], { NODE_ENV: 'production' })
  expect(await wrong.ended()).toMatchObject({
    code: 2,
    output: '',
    errors: 'Unknown argument "--prot". Try --help.\n',
  })
  expect(await help.ended()).toMatchObject({ code: 0, errors: '' })
  expect(await production.ended()).toMatchObject({
    code: 1,
    errors: 'NODE_ENV is production: the local Cognito is for development and tests only.\n',
  })
})

test('it says where it answers, who there is, and what it sends', async () => {
  await using running = spawnCognito(['--port', '0', '--memory'])
  const origin = await running.ready()
  expect(running.output().split('\n')[0]).toBe(`Local Cognito ready on ${origin}`)
  const response = await fetch(origin, {
    method: 'POST',
    headers: { 'X-Amz-Target': 'AWSCognitoIdentityProviderService.ResendConfirmationCode' },
    body: JSON.stringify({ ClientId: 'gatehouselocal', Username: 'mary@example.com' }),
  })
  expect(response.status).toBe(200)
  await running.kill('SIGTERM')
  const { code, output } = await running.ended()
  expect(output).toMatch(/ada@example\.com +signs in; in admins/)
  expect(output).toMatch(/^\[mail to mary@example\.com\] signUp \d{6}$/m)
  expect(code).toBe(0)
})

/** Where `localhost` may lead on this machine. */
const loopbacks = Object.values(networkInterfaces())
  .flatMap((addresses = []) => addresses.map(({ address }) => address))
  .filter((address) => address === '127.0.0.1' || address === '::1')

test.for(loopbacks)('a port that somebody has on %s is left to them', async (host) => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, host, resolve))
  const address = taken.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await using running = spawnCognito(['--port', String(port), '--memory'])
  const origin = await running.ready()
  taken.close()
  expect(Number(new URL(origin).port)).toBeGreaterThan(port)
  expect((await fetch(`${origin}/_local/config`)).status).toBe(200)
})
