import type { Page } from '@playwright/test'
import { expect, test } from '#e2e/support/fixtures.ts'
import {
  accountPages,
  configure,
  expectAccount,
  expectPage,
  password,
  signIn,
} from '#e2e/support/pages.ts'

// Chromium without one feature that older browsers lack. `tooling/browsers.ts` names the supported browsers.

// Chromium does not know the origin of a replaced script, and would ask for permission to reach the local Cognito.
test.use({ permissions: ['local-network-access'] })

/** Runs a script before all others in the page and in its vault, from the next load on. */
async function runBeforeScripts(page: Page, script: string): Promise<void> {
  await page.context().addInitScript(script)
  await prependLine(page, '**/assets/worker-*.js', script)
}

/** Inserts a line before a script of the site. */
async function prependLine(page: Page, address: string, line: string): Promise<void> {
  await page.context().route(address, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: `${line}\n${await response.text()}` })
  })
}

const sentence = 'Your browser is too old for this page. Please update it, or use another one.'

for (const [name, script] of Object.entries({
  'AbortSignal.timeout': 'delete AbortSignal.timeout',
  'Object.hasOwn': 'delete Object.hasOwn',
  'crypto.randomUUID': 'delete Crypto.prototype.randomUUID',
  workers: 'delete globalThis.Worker',
  'module scripts': 'delete globalThis.HTMLScriptElement?.prototype.noModule',
})) {
  test(`shows that a browser without ${name} is too old`, async ({ portal, axe }) => {
    await runBeforeScripts(portal, script)
    await portal.goto('/sign-in')
    await expect(portal.getByText(sentence)).toBeVisible()
    await expect(portal.getByRole('heading')).toHaveCount(1)
    await axe()
  })
}

for (const [name, line] of Object.entries({
  'cannot parse the page': 'let a = 1 let',
  'lacks what the page needs to start': 'undefined.groupBy()',
})) {
  test(`shows that a browser is too old if it ${name}`, async ({ portal, complaints }) => {
    complaints.expect(/SyntaxError|TypeError/)
    await prependLine(portal, '**/assets/main-*.js', line)
    await portal.goto('/sign-in')
    await expect(portal.getByText(sentence)).toBeVisible()
  })
}

for (const [locale, dir, text] of [
  ['de-AT', 'ltr', 'Ihr Browser ist zu alt für diese Seite.'],
  ['ar', 'rtl', 'متصفحك قديم جدًا لهذه الصفحة.'],
  ['sv', 'ltr', sentence],
] as const) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale })

    test('the message is in the language of the browser', async ({ portal }) => {
      await runBeforeScripts(portal, 'delete AbortSignal.timeout')
      await portal.goto('/sign-in')
      await expect(portal.getByRole('main').filter({ hasText: text })).toHaveAttribute('dir', dir)
    })
  })
}

const ignoresType =
  'globalThis.Worker &&= class extends Worker { constructor(url, { name }) { super(url, { name }) } }'
const refusesModules =
  'globalThis.Worker &&= class extends Worker { constructor(url, options) { if (options.type) throw new TypeError(); super(url, options) } }'

/** Features without which tabs cannot share a session: it then ends with its page. */
const lacksSharing = {
  'Web Locks':
    'delete globalThis.Navigator?.prototype.locks; delete globalThis.WorkerNavigator?.prototype.locks',
  BroadcastChannel: 'delete globalThis.BroadcastChannel',
  // Used by the vault only. The page keeps its own, because the tests scan it for tokens.
  IndexedDB:
    "'document' in globalThis || Object.defineProperty(globalThis, 'indexedDB', { value: undefined })",
}

const lacksOther = {
  'toSorted, groupBy and canParse':
    'delete Array.prototype.toSorted; delete Array.prototype.toReversed; delete Map.groupBy; delete URL.canParse; delete Intl.Segmenter',
  'module workers, which it ignores': ignoresType,
  'module workers, which it refuses': refusesModules,
  'the WebAuthn API': 'delete globalThis.PublicKeyCredential',
}

for (const [missing, script] of Object.entries({ ...lacksSharing, ...lacksOther })) {
  test(`a browser without ${missing} signs in like the others`, async ({ portal, cognito }) => {
    await runBeforeScripts(portal, script)
    const email = await cognito.createUser({ password, attributes: { given_name: 'Ada' } })
    await configure(portal, cognito, {
      profile: { attributes: ['email', 'given_name', 'zoneinfo'] },
    })
    await portal.goto('/sign-in')
    await signIn(portal, email)
    await expectAccount(portal, email)
    await portal.getByRole('button', { name: 'Change your details' }).click()
    await expect(portal.getByLabel('First name')).toHaveValue('Ada')
    for (const [name] of accountPages) {
      await portal.getByRole('navigation').getByRole('link', { name, exact: true }).click()
      await expectPage(portal, name)
    }
    await portal.reload()
    if (missing in lacksSharing) {
      await expectPage(portal, 'Sign in')
      await expect(portal.getByText('does not let the site keep you signed in')).toBeVisible()
      return
    }
    await expectPage(portal, 'Your data')
    await portal.getByRole('button', { name: 'Sign out' }).click()
    await expectPage(portal, 'Sign in')
  })
}
