import { expect, test } from '#e2e/support/fixtures.ts'
import { signInToStep, steps } from '#e2e/support/signInSteps.ts'
import { configure, expectAccount, password, signIn } from '#e2e/support/pages.ts'
import { expectTranslated, pseudo, shown } from '#e2e/support/expectTranslated.ts'

test('takes the language from the address, the choice of the user or the browser', async ({
  portal,
  axe,
}) => {
  await portal.goto('/sign-in?lang=de')
  await expect(portal.getByRole('heading', { name: 'Anmelden' })).toBeVisible()
  await expect(portal.locator('html')).toHaveAttribute('lang', 'de')
  await portal.goto('/sign-in')
  await expect(portal.locator('html')).toHaveAttribute('lang', 'de')
  await portal.getByRole('button', { name: 'Anmelden' }).click()
  await expect(portal.getByRole('alert')).toContainText('Passwort')
  // The error appears in the newly chosen language.
  await portal.getByRole('combobox', { name: 'Sprache' }).selectOption('English')
  await expect(portal.getByRole('alert')).toContainText('Enter your password.')
  await portal.getByRole('combobox', { name: 'Language' }).selectOption('العربية')
  await expect(portal.locator('html')).toHaveAttribute('dir', 'rtl')
  await axe()
  await portal.goto('/sign-in')
  await expect(portal.locator('html')).toHaveAttribute('lang', 'ar')
})

test('signs in from right to left, with Arabic digits', async ({ portal, cognito, axe }) => {
  const email = cognito.address()
  await cognito.call('SignUp', {
    ClientId: cognito.clientId,
    Username: email,
    Password: password,
    UserAttributes: [{ Name: 'email', Value: email }],
  })
  await portal.goto('/sign-in?lang=ar')
  await portal.locator('#username').fill(email)
  await portal.locator('#password').fill(password)
  await portal.locator('[type=submit]').click()
  await expect(portal).toHaveURL('/sign-up/confirm?lang=ar')
  await axe()
  const code = await cognito.mail(email)
  const arabic = code.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)))
  await portal.locator('#code').pressSequentially(arabic)
  await expect(portal).toHaveURL('/account')
  await expect(portal.getByRole('definition').filter({ hasText: email })).toBeVisible()
  await axe()
})

test.describe('on a narrow phone, in a pseudo-language with long messages', () => {
  // Waits for the entry animation: positions are final after it.
  test.use({ viewport: { width: 320, height: 640 }, contextOptions: { reducedMotion: 'reduce' } })

  test('nothing is untranslated or cut off on the signed-out pages', async ({ portal }) => {
    for (const path of ['/sign-in', '/sign-up', '/forgot-password', '/nowhere']) {
      await portal.goto(path + pseudo)
      await expectTranslated(portal)
    }
    for (const path of ['/sign-in', '/sign-up', '/forgot-password']) {
      await portal.goto(path + pseudo)
      await portal.locator('[type=submit]').click()
      await expect(portal.locator('[aria-invalid]').first()).toBeVisible()
      await expectTranslated(portal)
    }
  })

  test('nothing is untranslated or cut off on the pages that ask for a code', async ({
    portal,
    cognito,
  }) => {
    const email = cognito.address('new')
    const masked = `${email.slice(0, 1)}***@e***`
    await portal.goto(`/sign-up${pseudo}`)
    await portal.locator('#username').fill(email)
    await portal.locator('#password').fill(password)
    await portal.locator('[type=submit]').click()
    await portal.locator('#code').waitFor()
    await expectTranslated(portal, email, masked)
    await portal.locator('#code').fill('000000')
    await expect(portal.locator('[aria-invalid]')).toBeVisible()
    await expectTranslated(portal, email, masked)

    await portal.goto(`/forgot-password${pseudo}`)
    await portal.locator('#username').fill(await cognito.createUser({ password }))
    await portal.locator('[type=submit]').click()
    await portal.locator('#code').waitFor()
    await portal.locator('[type=submit]').click()
    await expect(portal.getByRole('alert')).toBeVisible()
    await expectTranslated(
      portal,
      await portal.locator('[name=username]').inputValue(),
      'a***@e***',
    )
  })

  test('nothing is untranslated or cut off for an invited user', async ({ portal, cognito }) => {
    const email = await cognito.createUser()
    await portal.goto(`/sign-in${pseudo}`)
    await portal.locator('#username').fill(email)
    await portal.locator('#password').fill(await cognito.mail(email))
    await portal.locator('[type=submit]').click()
    await portal.locator('[autocomplete=new-password]').waitFor()
    await expectTranslated(portal, email)
    await portal.locator('[type=submit]').click()
    await expect(portal.getByRole('alert')).toBeVisible()
    await expectTranslated(portal, email)
  })

  for (const step of steps) {
    const name = `${String(step.response['ChallengeName'])}: ${step.heading}`
    test(`nothing is untranslated or cut off at the challenge ${name}`, async ({
      portal,
      cognito,
    }) => {
      const email = await signInToStep(portal, cognito, step, pseudo)
      // The address changes before the page is rendered.
      await portal.locator('[name=rememberMe]').waitFor({ state: 'detached' })
      await expect(portal).toHaveURL(`${step.address}${pseudo}`)
      const secret = await portal.locator('.secret').allInnerTexts()
      await expectTranslated(portal, email, ...secret, ...shown)
    })
  }
})

test('messages of the operator replace the built-in ones', async ({
  portal,
  cognito,
  complaints,
}) => {
  const messages = { en: { 'signIn.title': 'Come in', 'signIn.titel': 'Come in' } }
  complaints.expect(/messages\.en\.signIn\.titel is not a message/)
  await configure(portal, cognito, { messages })
  await portal.goto('/sign-in')
  await expect(portal.getByRole('heading', { name: 'Come in' })).toBeVisible()
  await expect(portal).toHaveTitle(/^Come in/)
  const email = await cognito.createUser({ password })
  await signIn(portal, email)
  await expectAccount(portal, email)
})
