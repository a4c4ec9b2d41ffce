import {
  MutationObserver,
  onlineManager,
  QueryObserver,
  type QueryClient,
} from '@tanstack/react-query'
import { http } from 'msw'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { apiQuery } from '#account/access/accessQueries.ts'
import { attributesQuery } from '#account/attributesQuery.ts'
import { collectAccountData } from '#account/data/collectAccountData.ts'
import { devicesQuery } from '#account/devices/devicesQuery.ts'
import { createQueryClient } from '#account/queryClient.ts'
import { factorsQuery, passkeysQuery } from '#account/security/securityQueries.ts'
import { sessionsQuery } from '#account/sessions/sessionsQuery.ts'
import type { Session } from '#auth/state.ts'
import { session } from '#test/support/deviceFixture.ts'
import { errorCode } from '#test/support/expectations.ts'
import { fakeTimers, untilSettled } from '#test/support/movedTime.ts'
import { network } from '#test/support/network.ts'
import { openBrowser } from '#test/support/openBrowser.ts'
import { startCognito } from '#test/support/startCognito.ts'

// How long a user waits for what the account pages read: never longer than 12 seconds, whatever fails.

beforeEach(() => {
  fakeTimers()
  // The address of the API may be relative to the page.
  vi.stubGlobal('window', { location: { href: 'https://portal.test/' } })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const email = 'ada@example.com'
const password = 'Correct-Horse-1'
const api = 'https://api.test/me'
const mostMs = 12_000

const wait = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000))
const silence = () => new Promise<never>(() => undefined)

/** Every read of the account pages, with the action that it waits for. */
const reads: [string, (client: QueryClient, ada: Session) => Promise<unknown>][] = [
  ['GetUser', (client, ada) => client.query(attributesQuery(ada))],
  ['GetUserAuthFactors', (client, ada) => client.query(factorsQuery(ada))],
  ['ListWebAuthnCredentials', (client, ada) => client.query(passkeysQuery(ada))],
  ['ListDevices', (client, ada) => client.query(devicesQuery(ada))],
  ['ListUserSessions', (client, ada) => client.query(sessionsQuery(ada))],
  ['the API', (client, ada) => client.query(apiQuery(ada, api))],
]

async function open() {
  const testPool = await startCognito({
    client: { RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 60 } },
  })
  await testPool.createUser(email, password)
  const config = { ...testPool.config, api: { origins: ['https://api.test'] } }
  const { auth } = openBrowser(config).openTab()
  await auth.signIn({ username: email, password, rememberMe: false })
  const ada = session(auth)
  let calls = 0

  /** Fails in this way in place of an answer to this action, or of the API. */
  function failInstead(name: string, fail: () => Promise<Response>) {
    const answer = () => {
      calls += 1
      return fail()
    }
    if (name === 'the API') network.use(http.get(api, answer))
    else testPool.answerInstead(name, answer)
  }

  /** Reads, and tells how it ended and how long it took. */
  async function measure(read: Promise<unknown>) {
    const start = Date.now()
    const code = await untilSettled(errorCode(read), () => calls > 0 && testPool.isIdle())
    return { code, took: Date.now() - start, calls }
  }

  return { testPool, auth, ada, client: createQueryClient(), failInstead, measure }
}

describe.each(reads)('a read of %s tells within 12 s', (name, read) => {
  it('where there is no answer', async () => {
    const { ada, client, failInstead, measure } = await open()
    failInstead(name, silence)
    const { code, took, calls } = await measure(read(client, ada))
    expect(code).toBe('timeout')
    expect(took).toBeLessThanOrEqual(mostMs)
    expect(calls).toBe(1)
  })

  it('where every try fails late', async () => {
    const { ada, client, failInstead, measure } = await open()
    failInstead(name, () => wait(7).then(() => new Response('', { status: 503 })))
    const { code, took, calls } = await measure(read(client, ada))
    expect(['timeout', 'serviceUnavailable']).toContain(code)
    expect(took).toBeLessThanOrEqual(mostMs)
    expect(calls).toBeLessThanOrEqual(3)
  })

  it('where every try fails at once', async () => {
    const { ada, client, failInstead, measure } = await open()
    failInstead(name, async () => Response.error())
    const { code, took, calls } = await measure(read(client, ada))
    expect(code).toBe('network')
    expect(took).toBeLessThanOrEqual(mostMs)
    expect(calls).toBe(3)
  })

  it('where the tokens have to be renewed first, and cannot be', async () => {
    const { testPool, auth, ada, client, failInstead, measure } = await open()
    failInstead('GetTokensFromRefreshToken', silence)
    vi.setSystemTime(Date.now() + 20 * 60_000)
    const { code, took } = await measure(read(client, ada))
    expect(code).toBe('timeout')
    expect(took).toBeLessThanOrEqual(mostMs)
    expect(auth.getState().status).toBe('signedIn')
    // The renewal goes on behind it.
    testPool.recover()
    network.use(http.get(api, () => Response.json({})))
    await untilSettled(wait(60), testPool.isIdle)
    expect(await untilSettled(errorCode(read(client, ada)), testPool.isIdle)).toBe('admitted')
  })
})

it('counts the time of all pages of a list together', async () => {
  const { ada, client, failInstead, measure } = await open()
  failInstead('ListDevices', () =>
    wait(8).then(() => Response.json({ Devices: [], PaginationToken: 'more' })),
  )
  const { code, took } = await measure(client.query(devicesQuery(ada)))
  expect(code).toBe('timeout')
  expect(took).toBeLessThanOrEqual(mostMs)
})

it('lets a query name a longer time', async () => {
  const { ada, client, failInstead, measure } = await open()
  failInstead('the API', () => wait(20).then(() => Response.json({})))
  const slow = { ...apiQuery(ada, api), meta: { readLimitMs: 30_000 } }
  expect(await measure(client.query(slow))).toMatchObject({ code: 'admitted', calls: 1 })
})

it('tells within 12 s that the account could not be downloaded', async () => {
  const { testPool, ada, failInstead, measure } = await open()
  failInstead('GetTokensFromRefreshToken', silence)
  vi.setSystemTime(Date.now() + 20 * 60_000)
  const { code, took } = await measure(collectAccountData(ada))
  expect(code).toBe('timeout')
  expect(took).toBeLessThanOrEqual(mostMs)
  testPool.recover()
  await untilSettled(wait(60), testPool.isIdle)
  expect(await untilSettled(errorCode(collectAccountData(ada)), testPool.isIdle)).toBe('admitted')
})

describe('while the browser is offline', () => {
  afterEach(() => onlineManager.setOnline(true))

  it('a read tells at once, and reads again by itself when it is back', async () => {
    const { testPool, ada, client, failInstead } = await open()
    client.mount()
    onlineManager.setOnline(false)
    failInstead('ListDevices', async () => Response.error())
    const devices = new QueryObserver(client, devicesQuery(ada))
    const stop = devices.subscribe(() => undefined)
    await vi.waitFor(() => {
      expect(devices.getCurrentResult()).toMatchObject({ error: { code: 'network' } })
    })
    testPool.recover()
    onlineManager.setOnline(true)
    await vi.waitFor(() => expect(devices.getCurrentResult().data).toBeDefined())
    stop()
    client.unmount()
  })

  it('a change tells at once', async () => {
    const { ada, client, failInstead } = await open()
    onlineManager.setOnline(false)
    failInstead('SetUserMFAPreference', async () => Response.error())
    const mutationFn = () => ada.setMfaPreference({ factor: 'EMAIL_OTP', preferred: true })
    const change = new MutationObserver(client, { mutationFn }).mutate()
    expect(await errorCode(change)).toBe('network')
  })
})
