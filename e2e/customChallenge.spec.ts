import { expect, test } from '#e2e/support/fixtures.ts'
import { configure, expectAccount, expectPage, password, signIn } from '#e2e/support/pages.ts'

const client = { ExplicitAuthFlows: ['ALLOW_CUSTOM_AUTH', 'ALLOW_USER_SRP_AUTH'] }

const triggers = (name: string) => ({
  LambdaConfig: {
    DefineAuthChallenge: name,
    CreateAuthChallenge: name,
    VerifyAuthChallengeResponse: name,
  },
})

test.describe('a secret question after the password', () => {
  test.use({ poolSettings: triggers('local:secret-question'), clientSettings: client })

  test('is shown as a text field, and can be answered again after a wrong answer', async ({
    portal,
    cognito,
    axe,
  }) => {
    const email = await cognito.createUser({ password })
    await configure(portal, cognito, { signIn: { flow: 'CUSTOM_AUTH' } })
    await portal.goto('/sign-in')
    await signIn(portal, email)
    await expectPage(portal, 'One more question')
    await expect(portal).toHaveURL('/sign-in/challenge')
    await axe()
    const answer = portal.locator('#answer')
    await portal.getByRole('button', { name: 'Continue' }).click()
    await expect(portal.getByText('Type your answer.')).toBeVisible()
    await answer.fill('open barley')
    await portal.getByRole('button', { name: 'Continue' }).click()
    await expect(portal.getByText(/That was not the right answer/)).toBeVisible()
    await axe()
    await answer.fill('sesame')
    await portal.getByRole('button', { name: 'Continue' }).click()
    await expectAccount(portal, email)
  })
})

test.describe('a magic link without a password', () => {
  test.use({
    poolSettings: triggers('local:magic-link'),
    clientSettings: { ...client, CallbackURLs: ['http://localhost:1/link'] },
  })

  test('opens in a new tab and signs in both tabs', async ({ portal, cognito, axe, baseURL }) => {
    const email = await cognito.createUser({ password })
    await configure(portal, cognito, { signIn: { flow: 'CUSTOM_AUTH', password: false } })
    await portal.goto('/sign-in')
    await portal.getByLabel('E-mail address').fill(email)
    await portal.getByRole('button', { name: 'Continue' }).click()
    await expectPage(portal, 'Open the link in your mail')
    await expect(portal.getByText('We sent a link to a***@e***.')).toBeVisible()
    await axe()
    const { hash } = new URL(await cognito.mail(email))
    const second = await portal.context().newPage()
    await second.goto(`${baseURL}/link${hash}`)
    await expectPage(second, 'Sign in by link')
    await expect(second).toHaveURL('/link')
    await axe(second)
    await second.getByRole('button', { name: 'Sign in' }).click()
    await expectAccount(second, email)
    await expectAccount(portal, email)
  })

  test('shows an error when no tab waits for it', async ({ portal, cognito, axe }) => {
    await configure(portal, cognito, { signIn: { flow: 'CUSTOM_AUTH', password: false } })
    await portal.goto('/link#magic-link=abc')
    await portal.getByRole('button', { name: 'Sign in' }).click()
    await expect(portal.getByText('Nobody waits for this link here.')).toBeVisible()
    await axe()
  })
})
