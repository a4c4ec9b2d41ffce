import { relyingParty } from '#e2e/support/cognitoEndpoint.ts'
import { password } from '#e2e/support/pages.ts'
import { expect, test } from './fixtures.ts'
import { expectAccount, expectPage, signIn } from './pages.ts'

test.describe('with everything that a pool can track', () => {
  test.use({
    poolSettings: {
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } },
      DeviceConfiguration: {
        ChallengeRequiredOnNewDevice: true,
        DeviceOnlyRememberedOnUserPrompt: false,
      },
    },
  })

  test.beforeEach(async ({ cognito }) => {
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
    await cognito.createGroup('admins')
  })

  test('opens every page of the menu', async ({ portal, cognito }) => {
    const email = await cognito.createUser({ password, groups: ['admins'] })
    await portal.goto('/account')
    await signIn(portal, email)
    await expectAccount(portal, email)
    const menu = await portal.evaluate<string[]>(
      "return [...document.querySelectorAll('nav a')].map((link) => link.textContent)",
    )
    // And those of a clone.
    expect(menu.length).toBeGreaterThanOrEqual(9)
    const headings = new Map([
      ['Account', 'Your account'],
      ['Admin', 'Administration'],
    ])
    for (const name of menu.toReversed()) {
      await portal.getByRole('link', name).click()
      await expectPage(portal, headings.get(name) ?? name)
    }
  })
})

test.describe('with a name and an address to change', () => {
  test.use({
    poolSettings: {
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
    },
    sections: { profile: { attributes: ['email', 'given_name'] } },
  })

  test('changes the first name', async ({ portal, cognito }) => {
    const email = await cognito.createUser({ password, attributes: { given_name: 'Ada' } })
    await portal.goto('/account')
    await signIn(portal, email)
    await portal.getByRole('button', 'Change your details').click()
    await portal.getByLabel('First name').fill('Augusta')
    await portal.getByRole('button', 'Save').click()
    await portal.getByText('Your changes are saved').waitFor()
    await expectAccount(portal, 'Augusta')
  })

  test('changes the email address once its code is given', async ({ portal, cognito }) => {
    const email = await cognito.createUser({ password })
    const next = cognito.address('lovelace')
    await portal.goto('/account')
    await signIn(portal, email)
    await portal.getByRole('button', 'Change e-mail address').click()
    await portal.getByLabel('New e-mail address').fill(next)
    await portal.getByRole('button', 'Continue').click()
    await portal.getByLabel('Code').fill(await cognito.mail(next))
    await portal.getByText(`${next} is confirmed.`).waitFor()
    await expectAccount(portal, next)
  })
})
