import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { moveIntervals } from '#test/support/movedTime.ts'
import {
  email,
  hours,
  minutes,
  openAccount,
  pass,
  password,
  seconds,
  signIn,
  sleep,
  typeName,
} from '#test/support/openAccount.tsx'
import { address } from '#test/support/openPortal.tsx'

moveIntervals()

const findDialog = () => screen.findByRole('alertdialog', { name: 'Are you still there?' })
const noDialog = () => waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())

describe('a user who is away', () => {
  it('is asked a minute before, and stays by one click', async () => {
    const { user } = await openAccount({ idleMinutes: 5 })
    await pass(4 * minutes)
    const dialog = await findDialog()
    within(dialog).getByText('60 seconds')
    await pass(5 * seconds)
    within(dialog).getByText('55 seconds')
    expect(document.activeElement).toBe(within(dialog).getAllByRole('button')[0])
    await user.click(within(dialog).getByText('Stay signed in'))
    await noDialog()
    await pass(3.5 * minutes)
    expect(screen.queryByRole('alertdialog')).toBeNull()
  })

  it.each(['x', '{ArrowDown}', '{Escape}', '{Enter}', ' '])('stays by one key: %s', async (key) => {
    const { portal, user } = await openAccount({ idleMinutes: 5 })
    await typeName(portal, 'Ada')
    await pass(4 * minutes)
    await findDialog()
    await user.keyboard(key)
    await noDialog()
    expect(screen.getByLabelText('Full name')).toHaveProperty('value', 'Ada')
  })

  it('can reach every button by Tab, and sign out at once', async () => {
    const { user } = await openAccount({ idleMinutes: 5 })
    await pass(4 * minutes)
    const dialog = await findDialog()
    await user.tab()
    await user.keyboard('{Enter}')
    await screen.findByText('You have signed out. See you soon.')
    expect(dialog.isConnected).toBe(false)
  })

  it('is told by a screen reader at the opening, at 30 and at 10 seconds', async () => {
    await openAccount({ idleMinutes: 5 })
    await pass(4 * minutes)
    const dialog = await findDialog()
    const told: string[] = []
    for (let second = 0; second < 58; second += 1) {
      await pass(1 * seconds)
      const text = within(dialog).getByRole('status').textContent
      if (text !== '' && text !== told.at(-1)) told.push(text)
    }
    expect(told).toEqual([
      'You will be signed out in 30 seconds.',
      'You will be signed out in 10 seconds.',
    ])
  })

  it('is signed out, told why, and finds everything as it was', async () => {
    const { portal } = await openAccount({ idleMinutes: 5 }, '/account?tab=1')
    await typeName(portal, 'Ada Lovelace')
    await pass(5.2 * minutes)
    await screen.findByText('You were signed out because you were away.')
    expect(screen.getByLabelText('E-mail address')).toHaveProperty('value', email)
    expect(screen.queryByDisplayValue('Ada Lovelace')).toBeNull()
    await signIn(portal)
    expect(await screen.findByLabelText('Full name')).toHaveProperty('value', 'Ada Lovelace')
    expect(screen.getByLabelText('Nickname')).toHaveProperty('value', '')
    expect(address()).toBe('/account?tab=1')
  })

  it('is not asked while they type', async () => {
    const { user } = await openAccount({ idleMinutes: 2 })
    for (let used = 0; used < 12; used += 1) {
      await pass(30 * seconds)
      await user.keyboard('a')
    }
    expect(screen.queryByRole('alertdialog')).toBeNull()
  })

  it('leaves nothing on the screen of a laptop that wakes up', async () => {
    const { auth } = await openAccount({ idleMinutes: 5 })
    await screen.findAllByText(email)
    const seen: string[] = []
    const note = () => {
      const { visibility } = document.documentElement.style
      seen.push(`${auth.getState().status} ${visibility || 'visible'}`)
    }
    const observer = new MutationObserver(note)
    observer.observe(document.documentElement, { attributeFilter: ['style'] })
    auth.subscribe(note)
    await sleep(8 * hours)
    await screen.findByText('You were signed out because you were away.')
    await waitFor(() => expect(document.documentElement.style.visibility).toBe(''))
    observer.disconnect()
    // Hidden first, then signed out, and shown again with the sign-in page.
    expect(seen[0]).toBe('signedIn hidden')
    expect(seen).not.toContain('signedIn visible')
  })

  it('sees the page again after a sleep that was short enough', async () => {
    const { user } = await openAccount({ idleMinutes: 5 })
    await sleep(4 * minutes)
    await user.keyboard('a')
    await noDialog()
    expect(document.documentElement.style.visibility).toBe('')
    screen.getByRole('button', { name: 'Sign out' })
  })
})

const notice = { selector: '.alert-title' }

describe('the end of a session', () => {
  it('is told five minutes before, and signing in again loses nothing', async () => {
    const { portal, user } = await openAccount({ maxHours: 1 })
    await typeName(portal, 'Ada Lovelace')
    await sleep(54.5 * minutes)
    await pass(10 * seconds)
    expect(screen.queryByText(/You will be signed out/, notice)).toBeNull()
    await pass(1 * minutes)
    await screen.findByText(/^You will be signed out at/, notice)
    await user.click(screen.getByRole('button', { name: 'Sign in again' }))
    const dialog = await screen.findByRole('dialog', { name: 'Sign in again' })
    await user.type(within(dialog).getByLabelText('Password'), password)
    await user.click(within(dialog).getByRole('button', { name: 'Go on' }))
    await waitFor(() => expect(screen.queryByText(/You will be signed out/, notice)).toBeNull())
    expect(screen.getByLabelText('Full name')).toHaveProperty('value', 'Ada Lovelace')
    await pass(50 * minutes)
    screen.getByRole('button', { name: 'Sign out' })
  })

  it('comes with its reason, and what was typed is there afterwards', async () => {
    const { portal } = await openAccount({ maxHours: 1 })
    await typeName(portal, 'Ada Lovelace')
    await pass(60.2 * minutes)
    await screen.findByText(/for as long as is allowed here/)
    await signIn(portal)
    expect(await screen.findByLabelText('Full name')).toHaveProperty('value', 'Ada Lovelace')
  })

  it('is told before it comes from Cognito, too', async () => {
    await openAccount({})
    await sleep(12 * hours - 4 * minutes)
    await pass(10 * seconds)
    await screen.findByText(/^You will be signed out at/, notice)
    await pass(4.5 * minutes)
    await screen.findByText('Your session has ended. Sign in again to carry on.')
    expect(address()).toBe('/sign-in?next=%2Faccount')
  })

  it('is not brought about by a wrong setting', async () => {
    const { auth } = await openAccount({ refreshTokenValiditySeconds: 3600 })
    const issuedAt = () => {
      const state = auth.getState()
      return state.status === 'signedIn' ? state.session.accessIssuedAt : 0
    }
    await sleep(58 * minutes)
    await pass(10 * seconds)
    await screen.findByText(/^You will be signed out at/, notice)
    const before = issuedAt()
    await pass(3 * minutes)
    await waitFor(() => expect(issuedAt()).toBeGreaterThan(before + 1 * minutes))
    await waitFor(() => expect(screen.queryByText(/You will be signed out/, notice)).toBeNull())
    screen.getByRole('button', { name: 'Sign out' })
  })

  it('is found when the page is looked at again', async () => {
    const { pool } = await openAccount({})
    await pool.call('AdminUserGlobalSignOut', { Username: email })
    await pass(6 * minutes)
    act(() => void document.dispatchEvent(new Event('visibilitychange')))
    await screen.findByText('You were signed out from another device, or by an administrator.')
    expect(screen.getByLabelText('E-mail address')).toHaveProperty('value', email)
  })
})
