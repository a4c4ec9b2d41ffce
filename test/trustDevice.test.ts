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

describe('a pool that remembers trusted devices only', () => {
  it('asks once; after a yes, the next sign-in needs no code', async () => {
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

  it('asks once; after a no, every sign-in needs a code', async () => {
    const world = await start(ifTrusted)
    const { auth } = open(world)
    await signIn(auth)
    await giveCode(world, auth)
    await posed(auth.getState(), 'trustDevice').answer({ trust: false })
    await session(auth).signOut()
    await visit(world, auth)
    expect(devicesOf(world)).toMatchObject([{ remembered: false }])
  })

  it('has signed the user in before it asks: a reload keeps the session and leaves the question open', async () => {
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
    // The question has not been answered yet.
    await signIn(again.auth)
    await giveCode(world, again.auth)
    posed(again.auth.getState(), 'trustDevice')
  })

  it('accepts an answer after the access token has expired', async () => {
    const world = await start(ifTrusted)
    const { auth } = open(world)
    await signIn(auth)
    await giveCode(world, auth)
    vi.setSystemTime(Date.now() + 2 * 3_600_000)
    await posed(auth.getState(), 'trustDevice').answer({ trust: true })
    expect(session(auth).email).toBe(email)
    expect(devicesOf(world)).toMatchObject([{ remembered: true }])
  })

  it('shows the session after another sign-in instead of an answer', async () => {
    const world = await start(ifTrusted)
    await world.createUser('grace@example.com', password)
    const { auth } = open(world)
    await signIn(auth)
    await giveCode(world, auth)
    await auth.signIn({ username: 'grace@example.com', password, rememberMe: false })
    expect(session(auth).email).toBe(email)
  })
})
