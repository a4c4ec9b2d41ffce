import { http } from 'msw'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { open, email, password, session, signIn } from '#test/support/deviceFixture.ts'
import { errorCode } from '#test/support/expectations.ts'
import { fakeTimers, untilSettled } from '#test/support/movedTime.ts'
import { network } from '#test/support/network.ts'
import { startCognito } from '#test/support/startCognito.ts'

// How long `session.fetch` waits for the team's own API, and for the tokens that it needs first.

beforeEach(fakeTimers)
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const wait = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000))
const silence = () => new Promise<never>(() => undefined)

let apis = 0

async function signedIn(answer: () => Promise<Response>) {
  apis += 1
  const api = `https://slow-api-${apis}.test`
  let calls = 0
  const handler = () => {
    calls += 1
    return answer()
  }
  network.use(http.get(`${api}/*`, handler))
  const testPool = await startCognito()
  await testPool.createUser(email, password)
  const { tab } = open(testPool, { ...testPool.config, api: { origins: [api] } })
  await signIn(tab.auth)
  const ada = session(tab.auth)

  /** Fetches, and tells how it ended and after how many seconds, to five. */
  async function measure(init?: RequestInit) {
    const start = Date.now()
    const attempt = ada.fetch(`${api}/notes`, init)
    const code = await untilSettled(errorCode(attempt), () => calls > 0 && testPool.isIdle())
    return [code, Math.floor((Date.now() - start) / 5000) * 5]
  }

  /** Makes the tokens due, and their renewal hang. */
  function hangRenewal() {
    testPool.answerInstead('GetTokensFromRefreshToken', () => {
      calls += 1
      return silence()
    })
    vi.setSystemTime(Date.now() + 20 * 60_000)
  }
  return { testPool, ada, api, measure, hangRenewal, calls: () => calls }
}

const unending = async () => new Response(new ReadableStream())

it.each([
  ['there is no answer', silence],
  ['the answer does not end', unending],
])('gives up after 30 s where %s', async (_, answer) => {
  const { measure } = await signedIn(answer)
  expect(await measure()).toEqual(['timeout', 30])
})

it('waits as long as the signal of the caller says', async () => {
  const { measure } = await signedIn(silence)
  const reason = DOMException.TIMEOUT_ERR
  expect(await measure({ signal: AbortSignal.timeout(90_000) })).toEqual([reason, 90])
  expect(await measure({ signal: AbortSignal.timeout(5000) })).toEqual([reason, 5])
})

it('resolves to an answer that comes later than 30 s, if the caller has a signal', async () => {
  const { measure } = await signedIn(() => wait(60).then(() => new Response('late')))
  const { signal } = new AbortController()
  expect(await measure({ signal })).toEqual(['admitted', 60])
})

it('gives up after 5 minutes in any case', async () => {
  const { measure } = await signedIn(silence)
  const { signal } = new AbortController()
  expect(await measure({ signal })).toEqual(['timeout', 300])
})

it('counts the renewal of the tokens', async () => {
  const { testPool, measure, hangRenewal } = await signedIn(async () => new Response('hello'))
  hangRenewal()
  expect(await measure()).toEqual(['timeout', 30])
  testPool.recover()
  await untilSettled(wait(60), testPool.isIdle)
  expect(await measure()).toEqual(['admitted', expect.any(Number)])
})

it('can be aborted while the tokens are renewed', async () => {
  const { testPool, ada, api, hangRenewal, calls } = await signedIn(
    async () => new Response('hello'),
  )
  hangRenewal()
  const stopping = new AbortController()
  const asking = ada.fetch(`${api}/notes`, { signal: stopping.signal })
  while (calls() === 0) await new Promise(setImmediate)
  stopping.abort(new Error('never mind'))
  await expect(asking).rejects.toThrow('never mind')
  testPool.recover()
  await untilSettled(wait(60), testPool.isIdle)
})
