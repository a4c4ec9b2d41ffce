import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, rmdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { Store } from '#local-cognito/store.ts'
import { temporaryFolder } from '#test/support/temporaryFolder.ts'
import { openStateFile, type StateFile } from './stateFile.ts'

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const attempts = ({ store }: StateFile) => Object.fromEntries(store.attempts)

/** Sets a record and saves the change. */
async function save({ store, append }: StateFile, key: string, times: number[]) {
  store.attempts.set(key, times)
  await append(store.takeChanges() ?? {})
}

/** Makes a file with one line of state and one line for each of these changes. */
async function stateWith(...changes: unknown[]) {
  const folder = await temporaryFolder()
  const file = join(folder.path, 'state.json')
  const lines = [new Store(), ...changes].map((line) => `${JSON.stringify(line)}\n`)
  await writeFile(file, lines.join(''))
  return { folder, file, text: lines.join('') }
}

const first = { attempts: { a: [1], b: [1] } }
const second = { attempts: { a: null, b: [2] } }

test('appends a line for each change, and leaves one line when it is closed', async () => {
  const { folder, file } = await stateWith()
  await using _ = folder
  const opened = await openStateFile(file)
  await save(opened, 'a', [1])
  const [whole, ...none] = (await readFile(file, 'utf8')).trimEnd().split('\n')
  expect(none).toEqual([])
  await save(opened, 'b', [1])
  opened.store.attempts.delete('a')
  await save(opened, 'b', [1, 2])
  expect(await readFile(file, 'utf8')).toBe(
    `${whole}\n{"attempts":{"b":[1]}}\n{"attempts":{"a":null,"b":[1,2]}}\n`,
  )
  expect(attempts(await openStateFile(file))).toEqual({ b: [1, 2] })
  await opened.close()
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ attempts: { b: [1, 2] } })
  expect((await stat(file)).mode & 0o777).toBe(0o600)
})

test('reads a file of earlier builds: no line feed, and messages as a list', async () => {
  const { folder, file } = await stateWith()
  await using _ = folder
  const { sentMessages: _messages, ...rest } = new Store().toJSON()
  await writeFile(file, JSON.stringify({ ...rest, messages: [{ to: 'new' }, { to: 'old' }] }))
  const opened = await openStateFile(file)
  expect(opened.store.messages).toEqual([{ to: 'new' }, { to: 'old' }])
  await opened.close()
  const { store } = await openStateFile(file)
  expect(store.messages).toEqual([{ to: 'new' }, { to: 'old' }])
})

test('the file stays below twice the size of the state and a megabyte', async () => {
  const { folder, file } = await stateWith()
  await using _ = folder
  const opened = await openStateFile(file)
  const large = Array.from({ length: 30_000 }, () => 123_456)
  let largest = 0
  for (let change = 0; change < 40; change += 1) {
    await save(opened, `${change % 2}`, [...large, change])
    largest = Math.max(largest, (await stat(file)).size)
  }
  expect(largest).toBeGreaterThan(1_000_000)
  expect(largest).toBeLessThan(2_000_000)
  expect(attempts(await openStateFile(file))).toEqual(attempts(opened))
  await opened.close()
})

test.for(['{"attempts":{"c":[3]}', '{', '\u0000\u0000'])(
  'ignores a last line that was cut off: %j',
  async (torn) => {
    const { folder, file, text } = await stateWith(first, second)
    await using _ = folder
    await writeFile(file, text + torn)
    const opened = await openStateFile(file)
    expect(attempts(opened)).toEqual({ b: [2] })
    await save(opened, 'd', [4])
    await save(opened, 'e', [5])
    expect(attempts(await openStateFile(file))).toEqual({ b: [2], d: [4], e: [5] })
    await opened.close()
  },
)

test.for([
  ['{"attempts":{"a":', 'JSON'],
  ['', 'JSON'],
  ['[]', 'not an object'],
  ['{"atempts":{}}', '"atempts" is no part of a state'],
  ['{"attempts":[]}', '"attempts" is no part of a state'],
] as const)(
  'names the line that cannot be read, and keeps the file: %j',
  async ([line, reason]) => {
    const { folder, file, text } = await stateWith(first)
    await using _ = folder
    const broken = `${text}${line}\n${JSON.stringify(second)}\n`
    await writeFile(file, broken)
    const error: unknown = await openStateFile(file).catch((reported: unknown) => reported)
    expect(String(error)).toContain(
      `${file} cannot be read as the state of the local Cognito: line 3`,
    )
    expect(String(error)).toContain(reason)
    expect(await readFile(file, 'utf8')).toBe(broken)
  },
)

const compacted = JSON.stringify({ ...new Store().toJSON(), attempts: { b: [2] } })

test.for([
  ['before its first byte', { draft: '' }],
  ['halfway through the new file', { draft: compacted.slice(0, 60) }],
  ['before the new file takes the place of the old', { draft: `${compacted}\n` }],
  ['after that', { file: `${compacted}\n` }],
] as const)('compaction that ends %s loses nothing', async ([, left]) => {
  const { folder, file } = await stateWith(first, second)
  await using _ = folder
  if ('draft' in left) await writeFile(`${file}.tmp`, left.draft)
  else await writeFile(file, left.file)
  const opened = await openStateFile(file)
  expect(attempts(opened)).toEqual({ b: [2] })
  await save(opened, 'd', [4])
  expect(attempts(await openStateFile(file))).toEqual({ b: [2], d: [4] })
  await opened.close()
  expect(await readdir(folder.path)).toEqual(['state.json'])
})

test('a change that could not be saved is saved with the next one', async () => {
  const { folder, file } = await stateWith(first)
  await using _ = folder
  const opened = await openStateFile(file)
  await mkdir(`${file}.tmp`)
  await expect(save(opened, 'c', [3])).rejects.toThrow('EISDIR')
  await expect(opened.close()).rejects.toThrow('EISDIR')
  await rmdir(`${file}.tmp`)
  await save(opened, 'd', [4])
  expect(attempts(await openStateFile(file))).toEqual({ a: [1], b: [1], c: [3], d: [4] })
  await opened.close()
})

test('keeps what was saved after kill -9, in the middle of appends and of compactions', async () => {
  const { folder, file } = await stateWith()
  await using _ = folder
  const writer = new URL('writeUntilKilled.ts', import.meta.url).pathname
  let saved = 0
  for (let round = 0; round < 8; round += 1) {
    const before = saved
    const child = spawn(process.execPath, ['--import', 'tsx', writer, file], { stdio: 'pipe' })
    let errors = ''
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      saved = Number(output.slice(0, output.lastIndexOf('\n')).split('\n').at(-1))
    })
    const ended = once(child, 'close')
    await vi.waitUntil(() => saved > before + 10, { timeout: 30_000, interval: 1 })
    await delay(Math.random() * 20)
    child.kill('SIGKILL')
    await ended
    expect(errors).toBe('')

    const { key = [], ...others } = attempts(await openStateFile(file))
    const [last = 0] = key
    expect(last).toBeGreaterThanOrEqual(saved)
    expect(new Set(key)).toEqual(new Set([last]))
    // All that one request changed is there, or none of it.
    expect(others).toEqual({ [`key ${last % 3}`]: [last], [`key ${(last + 2) % 3}`]: [last - 1] })
  }
})
