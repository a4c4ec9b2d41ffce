import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { beforeAll, expect, test, vi } from 'vitest'
import { sdkFor } from '#test/support/openServer.ts'
import { bundleCognito, spawnCognito } from '#test/support/spawnCognito.ts'
import { temporaryFolder } from '#test/support/temporaryFolder.ts'

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000 })
beforeAll(bundleCognito)

const UserPoolId = 'us-east-1_Gatehouse'

/** Signs up users, several at a time, until the server is gone. */
async function signUpUntilKilled(origin: string, acknowledged: string[]) {
  let next = acknowledged.length * 10
  const worker = async () => {
    for (;;) {
      const Username = `person-${(next += 1)}@example.com`
      const response = await signUp(origin, Username).catch(() => undefined)
      if (!response) return
      expect(response.status).toBe(200)
      acknowledged.push(Username)
    }
  }
  await Promise.all([worker(), worker(), worker(), worker()])
}

/** Rejects when the connection breaks before the whole response has arrived. */
async function signUp(origin: string, Username: string) {
  const response = await fetch(origin, {
    method: 'POST',
    headers: { 'X-Amz-Target': 'AWSCognitoIdentityProviderService.SignUp' },
    body: JSON.stringify({
      ClientId: 'gatehouselocal',
      Username,
      Password: 'Gatehouse-1',
      UserAttributes: [{ Name: 'given_name', Value: 'Person' }],
    }),
  })
  await response.text()
  return response
}

/** Reads the file repeatedly, and once more at the end: each line has to be complete each time. */
async function readUntil(done: Promise<void>, file: string) {
  const ended = done.then(() => 'ended')
  for (;;) {
    const reading = readWhole(file)
    const first = await Promise.race([ended, reading])
    await reading
    if (first === 'ended') return readWhole(file)
  }
}

async function readWhole(file: string) {
  const [state = '', ...changes] = (await readFile(file, 'utf8')).split('\n')
  expect(JSON.parse(state)).toHaveProperty('users')
  // The last line may be in the middle of being written.
  for (const line of changes.slice(0, -1)) expect(JSON.parse(line)).toBeTypeOf('object')
  return 'read'
}

async function allEmails(origin: string) {
  const sdk = sdkFor(origin)
  const found: (string | undefined)[] = []
  let PaginationToken: string | undefined
  do {
    const answer = await sdk.listUsers({ UserPoolId, PaginationToken })
    for (const { Attributes = [] } of answer.Users ?? [])
      found.push(Attributes.find(({ Name }) => Name === 'email')?.Value)
    PaginationToken = answer.PaginationToken
  } while (PaginationToken)
  sdk.destroy()
  return found
}

test('keeps every acknowledged sign-up after kill -9', async () => {
  await using folder = await temporaryFolder()
  const file = join(folder.path, 'state.json')
  const acknowledged: string[] = []
  for (let round = 0; round < 4; round += 1) {
    await using running = spawnCognito(['--port', '0', '--state', file])
    const origin = await running.ready()
    expect(running.output()).not.toContain('in memory')
    expect(await allEmails(origin)).toEqual(expect.arrayContaining(acknowledged))

    const before = acknowledged.length
    const signingUp = signUpUntilKilled(origin, acknowledged)
    const killed = vi
      .waitUntil(() => acknowledged.length > before, { timeout: 30_000, interval: 5 })
      .then(() => delay(150 + Math.random() * 250))
      .then(() => running.kill())
    await readUntil(killed, file)
    await signingUp
    expect(acknowledged.length).toBeGreaterThan(before)
  }
  await using last = spawnCognito(['--port', '0', '--state', file])
  const found = await allEmails(await last.ready())
  expect(found).toEqual(expect.arrayContaining(acknowledged))
  expect(found.filter((email) => email === 'ada@example.com')).toHaveLength(1)
})

test('two processes with one file: the second warns and leaves it alone', async () => {
  await using folder = await temporaryFolder()
  const file = join(folder.path, 'state.json')
  await using first = spawnCognito(['--port', '0', '--state', file])
  const owner = await first.ready()
  await using second = spawnCognito(['--port', '0', '--state', file])
  const guest = await second.ready()
  expect(second.output()).toMatch(/state\.json is in use by process \d+/)
  expect(second.output()).toContain('in memory')

  await signUp(guest, 'guest@example.com')
  await signUp(owner, 'owner@example.com')
  const kept = await readFile(file, 'utf8')
  expect(kept).toContain('owner@example.com')
  expect(kept).not.toContain('guest@example.com')

  await first.kill('SIGTERM')
  await using third = spawnCognito(['--port', '0', '--state', file])
  expect(await allEmails(await third.ready())).toContain('owner@example.com')
  expect(third.output()).not.toContain('in memory')
})

test.for(['{"version":1', '[]', '{"version":999}', '{"version":1}'])(
  'an unreadable state file is named and kept: %s',
  async (text) => {
    await using folder = await temporaryFolder()
    const file = join(folder.path, 'state.json')
    await writeFile(file, text)
    await using running = spawnCognito(['--port', '0', '--state', file])
    const { code, errors } = await running.ended()
    expect(code).toBe(1)
    expect(errors).toContain(`${file} cannot be read as the state of the local Cognito`)
    expect(await readFile(file, 'utf8')).toBe(text)
  },
)
