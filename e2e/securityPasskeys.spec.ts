import { expect, test } from '#e2e/support/fixtures.ts'
import { addAuthenticator } from '#e2e/support/passkeys.ts'
import {
  button,
  everything,
  openSecurity,
  poolSettings,
  setUpApp,
} from '#e2e/support/securityPage.ts'

test.use({ poolSettings })

test('adds and deletes a passkey', async ({ portal, cognito, axe }) => {
  const { cdp, authenticatorId } = await addAuthenticator(portal)
  await openSecurity(portal, cognito)
  await expect(portal.getByText('No passkey yet')).toBeVisible()
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await button(portal, 'Add a passkey').click()
  await expect(portal.getByText('Cancelled. Nothing has changed.')).toBeVisible({ timeout: 20_000 })
  await axe()
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })
  await button(portal, 'Add a passkey').click()
  await expect(portal.locator('.toast')).toHaveText('The passkey is added.')
  const passkeys = portal.getByRole('list', { name: 'Passkeys' }).getByRole('listitem')
  await expect(passkeys).toHaveCount(1)
  await expect(passkeys).toContainText('Added')
  await axe()

  await button(portal, 'Add a passkey').click()
  await expect(portal.getByText(/This device has a passkey/)).toBeVisible()
  await axe()

  await passkeys.getByRole('button', { name: /^Delete/ }).click()
  const confirm = portal.getByRole('alertdialog', { name: 'Delete this passkey?' })
  await axe()
  await confirm.getByRole('button', { name: 'Delete' }).click()
  await expect(portal.locator('.toast').last()).toHaveText('The passkey is deleted.')
  await expect(portal.getByText('No passkey yet')).toBeVisible()
})

const passkeysAs = (FactorConfiguration: string) => ({
  WebAuthnConfiguration: { ...everything.WebAuthnConfiguration, FactorConfiguration },
})

test('keeps passkeys usable beside an app, and lets the user decide', async ({
  portal,
  cognito,
  axe,
}) => {
  await addAuthenticator(portal)
  await openSecurity(portal, cognito, passkeysAs('MULTI_FACTOR_WITH_USER_VERIFICATION'))
  await button(portal, 'Add a passkey').click()
  await expect(portal.locator('.toast')).toHaveText('The passkey is added.')
  const alone = portal.getByRole('switch', { name: 'Sign in with a passkey alone' })
  await expect(alone).toHaveCount(0)
  await setUpApp(portal)
  await expect(alone).toBeChecked()
  await axe()
  await alone.click()
  await expect(portal.getByText(/Your passkeys are paused/)).toBeVisible()
  await portal.reload()
  await expect(alone).not.toBeChecked()
  await axe()
  await alone.click()
  await expect(alone).toBeChecked()
})

test('says that passkeys are paused where they count as one factor', async ({
  portal,
  cognito,
}) => {
  await addAuthenticator(portal)
  await openSecurity(portal, cognito, passkeysAs('SINGLE_FACTOR'))
  await setUpApp(portal)
  await button(portal, 'Add a passkey').click()
  await expect(portal.locator('.toast').last()).toHaveText('The passkey is added.')
  await expect(
    portal.getByText(/Your passkeys are paused while a second factor is on/),
  ).toBeVisible()
  await expect(portal.getByRole('switch')).toHaveCount(0)
})

test('a browser without WebAuthn is not offered a passkey', async ({ portal, cognito, axe }) => {
  await portal.context().addInitScript('delete globalThis.PublicKeyCredential')
  await openSecurity(portal, cognito)
  await expect(portal.getByText('This browser cannot make passkeys.')).toBeVisible()
  await expect(button(portal, 'Add a passkey')).toHaveCount(0)
  await axe()
})
