import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  CHROME_ON_MAC,
  enableTracking,
  IPHONE,
  openSessionPool,
} from '#local-cognito/test/support/sessionPool.ts'
import { HOUR, MINUTE } from '#local-cognito/test/support/testPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const REVOKED = { type: 'NotAuthorizedException', message: 'Access Token has been revoked' }

describe('the sessions of a user', () => {
  test('have their origins, and mark the current one', async () => {
    const { testPool, flows, signIn, sessions } = await openSessionPool()
    const other = testPool.makeClient(flows)
    await signIn({ address: '203.0.113.7', browser: IPHONE }, { id: other.id })
    vi.advanceTimersByTime(MINUTE)
    const { AccessToken } = await signIn({ address: '192.0.2.42', browser: CHROME_ON_MAC })
    await testPool.addTestUser('kim')
    await signIn({}, { name: 'kim' })
    const [own, phone, ...more] = await sessions(AccessToken)
    expect(own).toEqual({
      SessionId: expect.stringMatching(/^tkn[a-z0-9]{25}$/) as string,
      SessionType: 'TOKEN',
      ClientId: testPool.client.id,
      CreateDate: Date.now() / 1000,
      LastActiveDate: Date.now() / 1000,
      DeviceType: 'Chrome 125 / macOS',
      LastIPAddress: '192.0.2.42',
      LastLocation: { City: 'Seattle', Country: 'United States' },
      IsCurrentSession: true,
    })
    expect(phone).toMatchObject({
      ClientId: other.id,
      CreateDate: (Date.now() - MINUTE) / 1000,
      DeviceType: 'Safari 18 / iOS 18.5',
      LastIPAddress: '203.0.113.7',
      LastLocation: { Country: 'unknown' },
      IsCurrentSession: false,
    })
    expect(more).toEqual([])
  })

  test('of a program on this machine have no details', async () => {
    const { signIn, sessions } = await openSessionPool()
    const { AccessToken } = await signIn({ address: 'nowhere', browser: 'curl/8.5.0' })
    expect(await sessions(AccessToken)).toMatchObject([
      { DeviceType: 'unknown', LastIPAddress: '127.0.0.1' },
    ])
  })

  test('move to the top with a refresh, and take its origin', async () => {
    const { signIn, refresh, sessions, idOf } = await openSessionPool()
    const old = await signIn({ browser: IPHONE })
    const id = await idOf(old.AccessToken)
    vi.advanceTimersByTime(MINUTE)
    const { AccessToken } = await signIn()
    await refresh(old.RefreshToken, { address: '2001:db8::7', browser: CHROME_ON_MAC })
    expect((await sessions(AccessToken))[1]?.SessionId).toBe(id)
    vi.advanceTimersByTime(MINUTE)
    await refresh(old.RefreshToken, { address: '2001:db8::7', browser: CHROME_ON_MAC })
    expect((await sessions(AccessToken))[0]).toMatchObject({
      SessionId: id,
      CreateDate: (Date.now() - 2 * MINUTE) / 1000,
      LastActiveDate: Date.now() / 1000,
      DeviceType: 'Chrome 125 / macOS',
      LastIPAddress: '2001:db8::7',
    })
  })

  test('do not include those revoked, expired, or of a deleted user', async () => {
    const client = {
      RefreshTokenValidity: 2,
      TokenValidityUnits: { RefreshToken: 'hours' },
    } as const
    const { testPool, signIn, sessions } = await openSessionPool({ client })
    const left = await signIn()
    await testPool.call('RevokeToken', { Token: left.RefreshToken })
    await signIn()
    vi.advanceTimersByTime(HOUR)
    const { AccessToken } = await signIn()
    expect(await sessions(AccessToken)).toHaveLength(2)
    vi.advanceTimersByTime(HOUR - MINUTE / 2)
    const later = await signIn()
    expect(await sessions(later.AccessToken)).toHaveLength(3)
    vi.advanceTimersByTime(MINUTE)
    expect(await sessions(later.AccessToken)).toHaveLength(2)
    testPool.jo.sub = crypto.randomUUID()
    expect(await sessions((await signIn()).AccessToken)).toHaveLength(1)
  })

  test('are limited; the least recently used one ends', async () => {
    const { testPool, signIn, refresh, sessions, idOf } = await openSessionPool()
    const first = await signIn()
    vi.advanceTimersByTime(MINUTE)
    const second = await signIn()
    vi.advanceTimersByTime(MINUTE)
    await refresh(first.RefreshToken)
    const kept = await idOf(first.AccessToken)
    await enableTracking(testPool, 2)
    expect(await sessions(first.AccessToken)).toHaveLength(2)
    const third = await signIn()
    expect(await testPool.refused('GetUser', { AccessToken: second.AccessToken })).toEqual(REVOKED)
    const ids = (await sessions(third.AccessToken)).map(({ SessionId }) => SessionId)
    expect(ids).toEqual([await idOf(third.AccessToken), kept])
    await enableTracking(testPool, 1)
    const last = await signIn()
    expect(await sessions(last.AccessToken)).toMatchObject([{ IsCurrentSession: true }])
  })
})
