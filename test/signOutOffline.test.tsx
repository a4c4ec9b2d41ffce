import { screen, waitFor } from '@testing-library/react'
import type { EventEmitter } from 'node:events'
import { expect, it, onTestFinished, vi } from 'vitest'
import { openGoogle } from '#test/support/openGoogle.ts'
import { openBrowser } from '#test/support/openBrowser.ts'
import { address, openPortal } from '#test/support/openPortal.tsx'
import { startCognito } from '#test/support/startCognito.ts'

const email = 'ada@example.com'
const password = 'Correct-Horse-1'
const later = /^You have signed out\..*The service cannot be reached right now\./
const done = /^You have signed out\. See you soon\.$/

async function openAccount() {
  const testPool = await startCognito()
  await testPool.createUser(email, password)
  const browser = openBrowser(testPool.config)
  const portal = await openPortal(testPool.config, '/sign-in', browser)
  const { user } = portal
  await user.type(await screen.findByLabelText('E-mail address'), email)
  await user.type(screen.getByLabelText('Password'), password)
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  await screen.findByRole('heading', { name: 'Your account' })
  return { testPool, browser, user }
}

it('shows the sign-in page, and says that the session will be ended at the service, too', async () => {
  const { testPool, browser, user } = await openAccount()
  for (const action of ['RevokeToken', 'GetUser', 'GetTokensFromRefreshToken']) {
    testPool.answerInstead(action, () => Response.error())
  }
  browser.setOnline(false)
  await user.click(screen.getByRole('button', { name: 'Sign out' }))
  await screen.findByRole('heading', { name: 'Sign in' })
  await screen.findByText(later)
  expect(address()).toBe('/sign-in')

  testPool.recover()
  browser.setOnline(true)
  await screen.findByText(done)
  const families = [...testPool.cognito.store.families.values()]
  expect(families.map(({ revoked }) => revoked)).toEqual([true])
})

it('says so after a reload, too', async () => {
  const { testPool, browser, user } = await openAccount()
  testPool.answerInstead('RevokeToken', () => new Response('', { status: 503 }))
  await user.click(screen.getByRole('button', { name: 'Sign out' }))
  await screen.findByText(later)
  document.body.replaceChildren()
  await openPortal(testPool.config, '/sign-in', browser)
  expect(await screen.findByText(/^The service cannot be reached right now\./)).not.toBeNull()
})

it('says nothing of the service after a sign-out that it knows of', async () => {
  const { testPool, user } = await openAccount()
  await user.click(screen.getByRole('button', { name: 'Sign out' }))
  await screen.findByText(done)
  await waitFor(() => {
    const families = [...testPool.cognito.store.families.values()]
    expect(families.map(({ revoked }) => revoked)).toEqual([true])
  })
  expect(screen.queryByText(/cannot be reached/)).toBeNull()
})

/** Counts the pages that the test would have left for: jsdom only says that it cannot. */
function countDepartures(): () => number {
  let count = 0
  // Vitest's own, of which it has no type.
  const { jsdom } = globalThis as unknown as { jsdom: { virtualConsole: EventEmitter } }
  const onError = ({ message }: Error) => {
    if (message.includes('navigation')) count += 1
  }
  jsdom.virtualConsole.on('jsdomError', onError)
  onTestFinished(() => void jsdom.virtualConsole.off('jsdomError', onError))
  return () => count
}

it.each([
  ['goes to the domain, whose session is ended there', true, 1],
  ['stays without a network: the browser would show its own error for the domain', false, 0],
])('%s', async (_, isOnline, departures) => {
  const { auth, browser, config, testPool, comeBack, leave } = await openGoogle()
  await auth.finishFederatedSignIn({ query: await comeBack(await leave()) })
  const { user } = await openPortal(config, '/account', browser)
  const signOut = await screen.findByRole('button', { name: 'Sign out' })
  testPool.answerInstead('RevokeToken', () => Response.error())
  browser.setOnline(isOnline)
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOnline)
  const left = countDepartures()
  await user.click(signOut)
  await screen.findByText(later)
  expect(address()).toBe('/sign-in')
  expect(left()).toBe(departures)
  vi.restoreAllMocks()
})
