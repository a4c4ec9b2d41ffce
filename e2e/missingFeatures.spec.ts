import type { Page } from '@playwright/test'
import { expect, test } from '#e2e/support/fixtures.ts'
import { configure, expectAccount, expectPage, password, signIn } from '#e2e/support/pages.ts'

// The production bundle without one feature, in the page or in its worker: what happens there is in
// test/missingFeatures.test.ts, and what users see is here. Old browsers are in oldBrowsers.spec.ts.

// Chromium does not know the origin of a replaced script, and would ask for permission to reach the local Cognito.
test.use({ permissions: ['local-network-access'] })

const worker = '**/assets/worker-*.js'

/** Runs a line before the vault's script. */
async function runInWorker(page: Page, line: string): Promise<void> {
  await page.context().route(worker, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: `${line}\n${await response.text()}` })
  })
}

const losesSessions =
  'This browser does not let the site keep you signed in. You will be signed out when you close or reload this page.'

for (const [name, line] of Object.entries({
  'IndexedDB that never answers': 'IDBFactory.prototype.open = () => ({})',
  'IndexedDB that cannot store a key':
    "const { put } = IDBObjectStore.prototype; IDBObjectStore.prototype.put = function (value, key) { if (value instanceof CryptoKey) throw new DOMException('', 'DataCloneError'); return put.call(this, value, key) }",
  'IndexedDB that is null': "Object.defineProperty(self, 'indexedDB', { value: null })",
  'Web Locks that are never granted': 'LockManager.prototype.request = () => new Promise(() => {})',
  'BroadcastChannel that throws':
    "self.BroadcastChannel = class { constructor() { throw new DOMException('', 'SecurityError') } }",
})) {
  test(`says that ${name} signs out with the page, and signs in`, async ({
    portal,
    cognito,
    axe,
  }) => {
    await runInWorker(portal, line)
    const email = await cognito.createUser({ password })
    await portal.goto('/sign-in')
    await expect(portal.getByText(losesSessions)).toBeVisible()
    await expect(portal.getByLabel('Keep me signed in')).toHaveCount(0)
    await axe()
    await signIn(portal, email)
    await expectAccount(portal, email)
  })
}

test('says nothing of it where the operator wants no session to be kept', async ({
  portal,
  cognito,
}) => {
  await runInWorker(portal, 'delete self.BroadcastChannel')
  const email = await cognito.createUser({ password })
  await configure(portal, cognito, { session: { storage: 'memory' } })
  await portal.goto('/sign-in')
  await signIn(portal, email)
  await expectAccount(portal, email)
  await portal.getByRole('button', { name: 'Sign out' }).click()
  await expect(portal.getByText('You have signed out.')).toBeVisible()
  await expect(portal.getByText(losesSessions)).toHaveCount(0)
})

const title = 'There is a problem'

test('names what workers lack, at each address', async ({ portal, axe, complaints }) => {
  complaints.expect(/AuthError: crypto.subtle/)
  await runInWorker(portal, 'delete Crypto.prototype.subtle')
  for (const address of ['/sign-in', '/account']) {
    await portal.goto(address)
    await expect(portal.getByText('crypto.subtle', { exact: true })).toBeVisible()
  }
  await axe()
})

test('names Workers that are blocked', async ({ portal, complaints }) => {
  complaints.expect(/SecurityError/)
  await portal.addInitScript(
    "globalThis.Worker = class { constructor() { throw new DOMException('', 'SecurityError') } }",
  )
  await portal.goto('/sign-in')
  await expect(portal.getByText('Worker', { exact: true })).toBeVisible()
})

test('names what the page itself lacks', async ({ portal, axe }) => {
  await portal.addInitScript('delete Crypto.prototype.subtle')
  await portal.goto('/sign-in')
  await expect(portal.getByText('crypto.subtle', { exact: true })).toBeVisible()
  await axe()
})

const notLoaded = 'A part of this page has not arrived.'

test('says that the vault is not there, and loads it with "Try again"', async ({
  portal,
  cognito,
  complaints,
}) => {
  complaints.expect(/404|AuthError: notLoaded/)
  const email = await cognito.createUser({ password })
  await portal.context().route(worker, async (route) => route.fulfill({ status: 404 }))
  await portal.goto('/account')
  await expectPage(portal, title)
  await expect(portal.getByText(notLoaded)).toBeVisible()
  await portal.context().unroute(worker)
  await portal.getByRole('button', { name: 'Try again' }).click()
  await signIn(portal, email)
  await expectAccount(portal, email)
})

test('says within five seconds that the vault is late, and goes on when it arrives', async ({
  portal,
  cognito,
  complaints,
}) => {
  const email = await cognito.createUser({ password })
  complaints.expect(/AuthError: notLoaded/)
  let arrive = () => {}
  const arrival = new Promise<void>((resolve) => {
    arrive = resolve
  })
  await portal.context().route(worker, async (route) => {
    await arrival
    await route.continue()
  })
  const account = await portal.context().newPage()
  await portal.goto('/sign-in')
  await account.goto('/account/devices')
  await signIn(portal, email)
  await expect(portal.getByRole('alert').filter({ hasText: notLoaded })).toBeVisible({
    timeout: 6000,
  })
  await expectPage(account, title)

  arrive()
  await expectPage(account, 'Sign in')
  await expect(portal.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await portal.getByRole('button', { name: 'Sign in' }).click()
  await expectAccount(portal, email)
  await expectPage(account, 'Devices')
})

test('does not blame the connection for a vault that crashes', async ({ portal, complaints }) => {
  complaints.expect(/crashed|AuthError: unexpected/)
  await runInWorker(portal, "throw new Error('crashed')")
  await portal.goto('/account')
  await expectPage(portal, 'Something went wrong')
  await expect(portal.getByText('connection')).toHaveCount(0)
})

test('signs in while both storages of the page are full', async ({ portal, cognito }) => {
  await portal.addInitScript(
    "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }",
  )
  const email = await cognito.createUser({ password })
  await portal.goto('/sign-in')
  await signIn(portal, email)
  await expectAccount(portal, email)
})
