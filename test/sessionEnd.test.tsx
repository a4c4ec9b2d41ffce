import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PortalConfig } from '#config/portalConfig.ts'
import { address, openPortal } from '#test/support/openPortal.tsx'
import { supportModalDialogs } from '#test/support/modalDialogs.ts'
import { startCognito } from '#test/support/startCognito.ts'

const email = 'ada@example.com'
const password = 'Correct-Horse-1'
const seconds = 1000
const minutes = 60 * seconds
const hours = 60 * minutes

supportModalDialogs()

// Moves the clock and the intervals; what takes real time goes on meanwhile.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] }))
afterEach(() => void vi.useRealTimers())

const pass = (duration: number) => act(() => vi.advanceTimersByTimeAsync(duration))

/** Lets the time pass for a laptop that sleeps, and wakes it up. */
async function sleep(duration: number) {
  vi.setSystemTime(Date.now() + duration)
  await pass(1 * seconds)
}

type Portal = Awaited<ReturnType<typeof openPortal>>

async function signIn({ user }: Portal, username = email) {
  const field = await screen.findByLabelText('E-mail address')
  await user.clear(field)
  await user.type(field, username)
  await user.type(screen.getByLabelText('Password'), password)
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
}

async function openAccount(session: Partial<PortalConfig['session']>, path = '/account') {
  const pool = await startCognito()
  await pool.createUser(email, password)
  const config = {
    ...pool.config,
    signUp: { ...pool.config.signUp, attributes: ['name', 'nickname', 'phone_number'] },
    session: { ...pool.config.session, ...session },
  }
  const portal = await openPortal(config, path)
  await signIn(portal)
  await screen.findByRole('button', { name: 'Sign out' })
  return { pool, portal, ...portal }
}

async function typeName({ user }: Portal, name: string) {
  await user.click(await screen.findByRole('button', { name: 'Change your details' }))
  await user.type(await screen.findByLabelText('Full name'), name)
}

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

describe('what was typed', () => {
  it('is not shown to another user, nor to the same one afterwards', async () => {
    const { pool, portal, user } = await openAccount({ idleMinutes: 5 })
    await pool.createUser('grace@example.com', password)
    await typeName(portal, 'Ada Lovelace')
    await pass(5.2 * minutes)
    await screen.findByText(/because you were away/)
    await signIn(portal, 'grace@example.com')
    await screen.findAllByText('grace@example.com')
    expect(screen.queryByDisplayValue('Ada Lovelace')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Change your details' }))
    expect(await screen.findByLabelText('Full name')).toHaveProperty('value', '')
    await user.click(screen.getByRole('button', { name: 'Sign out' }))
    await signIn(portal)
    await user.click(await screen.findByRole('button', { name: 'Change your details' }))
    expect(await screen.findByLabelText('Full name')).toHaveProperty('value', '')
  })

  it('is forgotten when the user signs out', async () => {
    const { portal, user } = await openAccount({})
    await typeName(portal, 'Ada Lovelace')
    await user.click(screen.getByRole('button', { name: 'Sign out' }))
    await signIn(portal)
    await user.click(await screen.findByRole('button', { name: 'Change your details' }))
    expect(await screen.findByLabelText('Full name')).toHaveProperty('value', '')
  })

  it('is kept of a contact, whose dialog opens again', async () => {
    const { pool, portal, user } = await openAccount({})
    await user.click(await screen.findByRole('button', { name: 'Add a phone number' }))
    await user.selectOptions(await screen.findByLabelText('Country'), 'DE')
    await user.type(screen.getByLabelText('New phone number'), '030 901820')
    await pool.call('AdminUserGlobalSignOut', { Username: email })
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    await screen.findByText('You were signed out from another device, or by an administrator.')
    await signIn(portal)
    const dialog = await screen.findByRole('dialog', { name: 'Add a phone number' })
    const form = dialog.querySelector('form')
    expect(form && new FormData(form).get('phone_number')).toBe('+4930901820')
  })

  it('is kept of a deletion, and no password ever', async () => {
    const { portal, user } = await openAccount({ idleMinutes: 5 }, '/account/password')
    const field = await screen.findByLabelText('New password')
    await user.type(field, 'Another-Horse-2')
    for (const button of screen.getAllByRole('button', { name: 'Show password' })) {
      await user.click(button)
    }
    await pass(5.2 * minutes)
    await screen.findByText(/because you were away/)
    await signIn(portal)
    expect(await screen.findByLabelText('New password')).toHaveProperty('value', '')
    await user.click(screen.getByRole('link', { name: 'Your data' }))
    await user.click(await screen.findByRole('button', { name: 'Delete the account…' }))
    const name = await screen.findByRole('textbox')
    await user.type(name, 'ada@ex')
    await pass(5.2 * minutes)
    await screen.findByText(/because you were away/)
    await signIn(portal)
    await user.click(await screen.findByRole('button', { name: 'Delete the account…' }))
    expect(await screen.findByRole('textbox')).toHaveProperty('value', 'ada@ex')
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
    await user.click(within(dialog).getByRole('button', { name: 'Continue' }))
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
