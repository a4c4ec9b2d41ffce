import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { receiveEvents } from './events.ts'

let server: Server
let url: string
let lines: string[] = []

beforeAll(async () => {
  const handle = receiveEvents((line) => lines.push(line))
  server = createServer((request, response) => void handle(request, response))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  // A server on a port has such an address.
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})
afterAll(() => void server.close())
beforeEach(() => {
  lines = []
})

const batch = {
  visit: '2f1c3e52-7b0c-4c1d-9c53-0d1a0f4e8a11',
  lost: 0,
  events: [{ name: 'finished', journey: 'signIn', signedIn: true, ms: 12, at: 3_000 }],
}

/** Posts a text as a browser's beacon does. @returns the status */
const post = async (body: string) => (await fetch(url, { method: 'POST', body })).status

describe('the receiver of events', () => {
  it('writes a batch as one line, with the time of its arrival', async () => {
    expect(await post(JSON.stringify(batch))).toBe(204)
    expect(lines).toHaveLength(1)
    const line: unknown = JSON.parse(lines[0] ?? '')
    const received: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/)
    expect(line).toEqual({ ...batch, received })
  })

  it('lets browsers with COEP have its answer', async () => {
    const { headers } = await fetch(url, { method: 'POST', body: JSON.stringify(batch) })
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  })

  it.each([
    'no JSON',
    'null',
    '{}',
    JSON.stringify({ ...batch, visit: 'ada@example.com' }),
    JSON.stringify({ ...batch, lost: 'many' }),
    JSON.stringify({ ...batch, events: [{ name: 'opened', note: 'a free text' }] }),
    JSON.stringify({ ...batch, events: [null] }),
  ])('refuses %s', async (body) => {
    expect(await post(body)).toBe(400)
    expect(lines).toEqual([])
  })

  it('passes on no member that a batch does not have', async () => {
    expect(await post(JSON.stringify({ ...batch, more: 'text' }))).toBe(204)
    expect(lines[0]).not.toContain('more')
  })

  it('refuses what is too long, and other methods', async () => {
    expect(await post('x'.repeat(70_000))).toBe(413)
    const { status, headers } = await fetch(url)
    expect([status, headers.get('allow')]).toEqual([405, 'POST'])
    expect(lines).toEqual([])
  })

  it('is shown in docs/events.md', async () => {
    const text = await readFile(new URL('../docs/events.md', import.meta.url), 'utf8')
    const [, shown] = /<!-- sample-api\/events.ts -->\n```ts\n(.*?)```/s.exec(text) ?? []
    expect(shown).toBe(await readFile(new URL('./events.ts', import.meta.url), 'utf8'))
  })
})
