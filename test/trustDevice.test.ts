import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  devicesOf,
  email,
  giveCode,
  ifTrusted,
  open,
  password,
  session,
  signIn,
  start,
  visit,
} from '#test/support/deviceFixture.ts'
import { posed } from '#test/support/expectations.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

describe('a pool that remembers what people trust', () => {
  it('asks once, and spares the code of whoever says yes', async () => {
    const world = await start(ifTrusted)
    const { auth } = open(world)
    await signIn(auth)
    await giveCode(world, auth)
    expect(posed(auth.getState(), 'trustDevice')).toMatchObject({ username: email })
    await posed(auth.getState(), 'trustDevice').answer({ trust: true })
    await session(auth).signOut()
    await signIn(auth)
    expect(session(auth).email).toBe(email)
  })

  it('spares whoever says no nothing but the question', async () => {
    const world = await start(ifTrusted)
    const { auth } = open(world)
    await signIn(auth)
    await giveCode(world, auth)
    await posed(auth.getState(), 'trustDevice').answer({ trust: false })
    await session(auth).signOut()
    await visit(world, auth)
    expect(devicesOf(world)).toMatchObject([{ remembered: false }])
  })

  it('has let the person in before it asks: a reload is no answer, and costs nothing', async () => {
    const world = await start(ifTrusted)
    const { browser, tab, auth } = open(world)
    await signIn(auth)
    await giveCode(world, auth)
    posed(auth.getState(), 'trustDevice')
    const second = browser.openTab()
    await second.auth.restored
    expect(session(second.auth).email).toBe(email)
    const again = browser.reload(tab)
    await again.auth.restored
    await session(again.auth).signOut()
    // Not answered yet.
    await signIn(again.auth)
    await giveCode(world, again.auth)
    posed(again.auth.getState(), 'trustDevice')
  })

  it('takes a late answer, when the access token has long ended', async () => {
    const world = await start(ifTrusted)
    const { auth } = open(world)
    await signIn(auth)
    await giveCode(world, auth)
    vi.setSystemTime(Date.now() + 2 * 3_600_000)
    await posed(auth.getState(), 'trustDevice').answer({ trust: true })
    expect(session(auth).email).toBe(email)
    expect(devicesOf(world)).toMatchObject([{ remembered: true }])
  })

  it('shows the session to whoever signs in again instead of answering', async () => {
    const world = await start(ifTrusted)
    await world.createUser('grace@example.com', password)
    const { auth } = open(world)
    await signIn(auth)
    await giveCode(world, auth)
    await auth.signIn({ username: 'grace@example.com', password, rememberMe: false })
    expect(session(auth).email).toBe(email)
  })
})
