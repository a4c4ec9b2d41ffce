import { describe, expect, it, vi } from 'vitest'
import { network } from '#test/support/network.ts'
import { moveIntervals } from '#test/support/movedTime.ts'
import {
  email,
  ended,
  hours,
  minutes,
  openSecondTab,
  pass,
  seconds,
  session,
  signedIn,
  sleep,
  stateOf,
} from '#test/support/signedInTabs.ts'

moveIntervals()

describe('a session that was ended elsewhere', () => {
  async function inTwoTabs() {
    const { pool, browser, tab } = await signedIn({})
    return { pool, browser, tab, second: await openSecondTab(browser) }
  }

  it.each([
    ['a global sign-out', 'AdminUserGlobalSignOut', 'revoked'],
    ['an administrator who disables the user', 'AdminDisableUser', 'revoked'],
    ['a deletion', 'AdminDeleteUser', 'accountDeleted'],
  ])(
    'ends in all tabs for the same reason when one is looked at: %s',
    async (_, action, reason) => {
      const { pool, tab, second } = await inTwoTabs()
      await pool.call(action, { Username: email })
      sleep(5 * minutes)
      await session(second).check(false)
      await vi.waitFor(() => {
        expect(stateOf(second)).toMatchObject({ status: 'signedOut', reason })
        expect(stateOf(tab)).toMatchObject({ status: 'signedOut', reason })
      })
    },
  )

  it('ends at the first key after a quiet while', async () => {
    const { pool, tab } = await inTwoTabs()
    await pool.call('AdminUserGlobalSignOut', { Username: email })
    sleep(5 * minutes)
    await session(tab).check(true)
    await vi.waitFor(() => expect(stateOf(tab)).toEqual(ended('revoked')))
  })

  it('is asked for once in five minutes by all tabs, however often they are switched', async () => {
    const { tab, second } = await inTwoTabs()
    const actions = await network.actionsDuring(async () => {
      for (let switched = 0; switched < 18; switched += 1) {
        await session(tab).check(false)
        await pass(30 * seconds)
        await session(second).check(false)
      }
    })
    expect(actions.filter((action) => action === 'GetUser').length).toBe(1)
  })

  it('is not asked for while the user works', async () => {
    const { tab } = await inTwoTabs()
    const actions = await network.actionsDuring(async () => {
      for (let used = 0; used < 20; used += 1) {
        await session(tab).check(true)
        await pass(30 * seconds)
      }
    })
    expect(actions).not.toContain('GetUser')
  })

  it('is not taken for ended because Cognito cannot be reached, and is asked for again soon', async () => {
    const { pool, tab } = await inTwoTabs()
    pool.answerInstead('GetUser', () => Response.error())
    await pool.call('AdminUserGlobalSignOut', { Username: email })
    sleep(5 * minutes)
    await session(tab).check(false)
    await pass(40 * seconds)
    expect(stateOf(tab)).toBe('signedIn')
    pool.recover()
    await session(tab).check(false)
    await vi.waitFor(() => expect(stateOf(tab)).toEqual(ended('revoked')))
  })

  it('says that its time is over when Cognito does', async () => {
    const { tab } = await inTwoTabs()
    sleep(13 * hours)
    await session(tab).check(false)
    await vi.waitFor(() => expect(stateOf(tab)).toEqual(ended('sessionExpired')))
  })
})

it('tells the other tabs the true reason of a deletion', async () => {
  const { browser, tab } = await signedIn({})
  const second = await openSecondTab(browser)
  await session(tab).deleteUser()
  await vi.waitFor(() =>
    expect(stateOf(second)).toEqual({ status: 'signedOut', reason: 'accountDeleted' }),
  )
})
