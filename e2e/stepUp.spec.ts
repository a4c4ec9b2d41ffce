import { expect, test } from '#e2e/support/fixtures.ts'
import { configure, expectPage, password } from '#e2e/support/pages.ts'
import { codeOf } from '#e2e/support/totp.ts'

test.use({ clientSettings: { ExplicitAuthFlows: ['ALLOW_USER_AUTH'] } })

test('a sensitive action asks for the level it needs, of users who can reach it', async ({
  portal,
  cognito,
  axe,
}) => {
  await cognito.call('SetUserPoolMfaConfig', {
    MfaConfiguration: 'OPTIONAL',
    SoftwareTokenMfaConfiguration: { Enabled: true },
  })
  await configure(portal, cognito, {
    signIn: {
      flow: 'USER_AUTH',
      preferred: 'PASSWORD',
      secondFactors: ['SOFTWARE_TOKEN_MFA'],
      passkeys: false,
      acrValues: 'urn:cognito:loa:4 urn:cognito:loa:1',
    },
  })
  await cognito.createGroup('admins')
  const email = await cognito.createUser({ password, groups: ['admins'] })
  await portal.goto('/account/sign-in')
  await portal.getByLabel('E-mail address').fill(email)
  await portal.getByRole('button', { name: 'Continue' }).click()
  await portal.getByLabel('Password', { exact: true }).fill(password)
  await portal.getByRole('button', { name: 'Sign in' }).click()
  await expectPage(portal, 'Ways to sign in')

  // A user with a password only has nothing more to verify, and the sign-in is recent.
  await portal.getByRole('button', { name: /^Set up/ }).click()
  await portal.getByRole('button', { name: 'Show the key' }).click()
  const secret = (await portal.locator('.secret').innerText()).replaceAll(' ', '')
  await portal.getByLabel('Code from the app').fill(codeOf(secret, 0))
  await portal.getByRole('dialog').getByRole('button', { name: 'Turn on' }).click()
  await expect(portal.locator('.toast')).toHaveText(/Turned on/)

  // The user has an app now: only its code is missing.
  await portal.getByRole('link', { name: 'Admin' }).click()
  await portal.getByRole('button', { name: 'Do it' }).click()
  const dialog = portal.getByRole('dialog', { name: 'Is it still you?' })
  await expect(dialog.getByLabel('Code')).toBeFocused()
  await axe()
  await dialog.getByLabel('Code').fill(codeOf(secret, 1))
  await expect(dialog).toBeHidden()
  await expect(portal.locator('.toast').last()).toHaveText(/Done/)
  await portal.reload()
  await portal.getByRole('button', { name: 'Do it' }).click()
  await expect(portal.locator('.toast')).toHaveText(/Done/)
  await expect(dialog).toBeHidden()
})

test.describe('with codes by email', () => {
  test.use({
    // Codes by email can be a second factor only if email alone cannot reset the password.
    poolSettings: {
      AccountRecoverySetting: {
        RecoveryMechanisms: [
          { Name: 'verified_phone_number', Priority: 1 },
          { Name: 'verified_email', Priority: 2 },
        ],
      },
    },
  })

  test('a dialog that opens with a code has the focus in its field', async ({
    portal,
    cognito,
  }) => {
    await cognito.call('SetUserPoolMfaConfig', {
      MfaConfiguration: 'OPTIONAL',
      EmailMfaConfiguration: { Subject: 'Your code', Message: 'It is {####}' },
    })
    await configure(portal, cognito, {
      signIn: {
        flow: 'USER_AUTH',
        preferred: 'PASSWORD',
        secondFactors: ['EMAIL_OTP'],
        passkeys: false,
        acrValues: 'urn:cognito:loa:4 urn:cognito:loa:1',
      },
    })
    await cognito.createGroup('admins')
    const email = await cognito.createUser({ password, groups: ['admins'] })
    await portal.goto('/account/sign-in')
    await portal.getByLabel('E-mail address').fill(email)
    await portal.getByRole('button', { name: 'Continue' }).click()
    await portal.getByLabel('Password', { exact: true }).fill(password)
    await portal.getByRole('button', { name: 'Sign in' }).click()
    await portal.getByRole('button', { name: /^Turn on.*Code by e-mail/ }).click()
    await expect(portal.locator('.toast')).toHaveText(/Turned on/)
    await portal.getByRole('link', { name: 'Admin' }).click()
    await portal.getByRole('button', { name: 'Do it' }).click()
    const dialog = portal.getByRole('dialog', { name: 'Is it still you?' })
    await expect(dialog.getByLabel('Code')).toBeFocused()
    await dialog.getByLabel('Code').fill(await cognito.mail(email))
    await dialog.getByRole('button', { name: 'Go on' }).click()
    await expect(dialog).toBeHidden()
  })
})
