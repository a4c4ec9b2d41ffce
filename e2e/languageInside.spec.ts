import type { Page } from '@playwright/test'
import { relyingParty } from '#e2e/support/cognitoEndpoint.ts'
import { expect, test } from '#e2e/support/fixtures.ts'
import type { TestPool } from '#e2e/support/makeCognito.ts'
import { configure, password } from '#e2e/support/pages.ts'
import { expectTranslated, pseudo } from '#e2e/support/expectTranslated.ts'

// Account pages on a narrow phone, in a pseudo-language with long messages: nothing is untranslated or cut off.
test.use({
  viewport: { width: 320, height: 640 },
  contextOptions: { reducedMotion: 'reduce' },
  poolSettings: {
    Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } },
    DeviceConfiguration: {
      ChallengeRequiredOnNewDevice: true,
      DeviceOnlyRememberedOnUserPrompt: false,
    },
  },
})

async function signInAt(portal: Page, cognito: TestPool, path: string): Promise<string> {
  await cognito.createGroup('staff')
  const email = await cognito.createUser({
    password,
    groups: ['staff'],
    attributes: { given_name: 'Ada' },
  })
  await portal.goto(`${path}${pseudo}`)
  await portal.locator('#username').fill(email)
  await portal.locator('#password').fill(password)
  await portal.locator('[type=submit]').click()
  await portal.locator('.app-main h1').waitFor()
  return email
}

/** Names that stay the same in every language, and numbers. */
const names = ['staff', 'Ada', '127.0.0.1', ' · ', 'admins']

test('on the access-denied page, in the menu, and on the profile', async ({ portal, cognito }) => {
  await cognito.createGroup('admins')
  const email = await signInAt(portal, cognito, '/admin')
  await expectTranslated(portal, email, ...names)
  await portal.goto(`/account${pseudo}`)
  await expect(portal.getByRole('definition').filter({ hasText: email })).toBeVisible()
  const account = portal.getByRole('definition').filter({ hasText: /^[\da-f-]{36}$/ })
  const id = await account.innerText()
  await expectTranslated(portal, email, id, ...names)
  await portal.locator('.app-menu').click()
  await expectTranslated(portal, email, id, ...names)
  await portal.locator('.app-menu').click()
  await portal.locator('.details-actions button').click()
  await portal.locator('dialog #email').waitFor()
  await expectTranslated(portal, email, id, ...names)
  const next = cognito.address('new')
  await portal.locator('dialog #email').fill(next)
  await portal.locator('dialog [type=submit]').click()
  await portal.locator('#email-code').waitFor()
  await portal.locator('#email-code ~ * , .pending [type=submit]').last().click()
  await expect(portal.locator('[aria-invalid]')).toBeVisible()
  await expectTranslated(portal, email, next, id, ...names)
})

for (const path of ['sign-in', 'password', 'devices', 'sessions', 'identities', 'data']) {
  test(`on /account/${path}`, async ({ portal, cognito }) => {
    await cognito.call('SetUserPoolMfaConfig', {
      MfaConfiguration: 'OPTIONAL',
      SoftwareTokenMfaConfiguration: { Enabled: true },
      EmailMfaConfiguration: { Subject: 'Your code', Message: 'It is {####}' },
      WebAuthnConfiguration: { RelyingPartyId: relyingParty, UserVerification: 'required' },
    })
    await cognito.call('SetUserPoolSessionConfiguration', {
      UserSessionTracking: 'ENABLED',
      TokenSession: { MaxPerUser: 20 },
    })
    await configure(portal, cognito, {})
    const email = await signInAt(portal, cognito, `/account/${path}`)
    await expect(portal.getByRole('img', { name: /^\[/ })).toHaveCount(0)
    const devices = await portal.locator('.row-title bdi').allInnerTexts()
    await expectTranslated(portal, email, ...names, ...devices)
    // Content that a button opens.
    const open = portal.locator('.row-actions button, .button-secondary, .button-danger').first()
    if ((await open.count()) === 0) return
    await open.click()
    if (path === 'data') return
    await portal.locator('dialog[open]').waitFor()
    await expectTranslated(portal, email, ...names, ...devices)
  })
}
