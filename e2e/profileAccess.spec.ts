import type { Page } from '@playwright/test'
import { expect, test } from '#e2e/support/fixtures.ts'
import { configure, expectAccount, password, signIn } from '#e2e/support/pages.ts'
import { button, openProfile, profilePool, row } from '#e2e/support/profile.ts'

/** Presses Tab until the control of that id or text has the focus. */
async function tabTo(page: Page, target: string): Promise<void> {
  for (let press = 0; press < 60; press += 1) {
    await page.keyboard.press('Tab')
    const here = page.locator(':focus')
    const found = await here.evaluateAll(
      (elements, wanted) =>
        elements.some(({ id, textContent }) => id === wanted || textContent?.trim() === wanted),
      target,
    )
    if (found) return
  }
  throw new Error(`Tab leads to no ${target}`)
}

test.describe('a profile', () => {
  test.use(profilePool)

  test('can be edited by keyboard alone', async ({ portal, cognito }) => {
    test.slow()
    await openProfile(portal, cognito)
    await tabTo(portal, 'Change your details')
    await portal.keyboard.press('Enter')
    await expect(portal.getByLabel('First name')).toBeFocused()
    await portal.keyboard.press('ControlOrMeta+A')
    await portal.keyboard.type('Augusta')
    await tabTo(portal, 'zoneinfo')
    // Typed from its beginning, as users search a list.
    await portal.keyboard.type('Reykj')
    await expect(portal.getByLabel('Time zone')).toHaveValue('Atlantic/Reykjavik')
    await tabTo(portal, 'custom:news')
    await portal.keyboard.press('Space')
    await tabTo(portal, 'Save')
    await portal.keyboard.press('Enter')
    await expect(row(portal, 'First name', 'Augusta')).toBeVisible()
    await expect(row(portal, 'News', 'Yes')).toBeVisible()
    await expect(button(portal, 'Change your details')).toBeFocused()
    await portal.keyboard.press('Enter')
    await tabTo(portal, 'Cancel')
    await portal.keyboard.press('Enter')
    await expect(button(portal, 'Change your details')).toBeFocused()

    await portal.getByRole('heading', { level: 1 }).focus()
    await tabTo(portal, 'Change e-mail address')
    await portal.keyboard.press('Enter')
    await expect(portal.getByLabel('New e-mail address')).toBeFocused()
    await portal.keyboard.press('Escape')
    await expect(button(portal, 'Change e-mail address')).toBeFocused()
    await portal.keyboard.press('Enter')
    await expect(portal.getByLabel('New e-mail address')).toBeFocused()
    const next = cognito.address('lovelace')
    await portal.keyboard.type(next)
    await portal.keyboard.press('Enter')
    await expect(portal.getByLabel('Code')).toBeFocused()
    await portal.keyboard.type(await cognito.mail(next))
    await expectAccount(portal, next)
    await expect(portal.locator('.details-row').first()).toBeFocused()
  })

  test('fits a narrow phone while it is read, edited and confirmed', async ({
    portal,
    cognito,
    axe,
  }) => {
    await portal.setViewportSize({ width: 320, height: 640 })
    const width = async () => portal.evaluate(() => document.documentElement.scrollWidth)
    await openProfile(portal, cognito, { website: `https://example.com/${'long'.repeat(40)}` })
    await expect(row(portal, 'Website', 'https://example.com')).toBeVisible()
    expect(await width()).toBeLessThanOrEqual(320)
    await button(portal, 'Change your details').click()
    await expect(portal.getByLabel('First name')).toBeFocused()
    expect(await width()).toBeLessThanOrEqual(320)
    await button(portal, 'Cancel').click()
    await button(portal, 'Change e-mail address').click()
    const next = cognito.address('a-name-that-goes-on-and-on')
    await portal.getByRole('dialog').getByLabel('New e-mail address').fill(next)
    expect(await width()).toBeLessThanOrEqual(320)
    await portal.getByRole('dialog').getByRole('button', { name: 'Continue' }).click()
    await expect(portal.getByText(`Enter the code we sent to ${next}`)).toBeVisible()
    expect(await width()).toBeLessThanOrEqual(320)
    await axe()
  })

  for (const [lang, words] of [
    ['de', { edit: 'Angaben ändern', gender: 'Geschlecht', female: 'Weiblich', save: 'Speichern' }],
    ['ar', { edit: 'تعديل بياناتك', gender: 'الجنس', female: 'أنثى', save: 'حفظ' }],
  ] as const) {
    test(`is translated to ${lang}, and stores the untranslated value`, async ({
      portal,
      cognito,
      axe,
    }) => {
      const email = await openProfile(portal, cognito)
      await portal.goto(`/account?lang=${lang}`)
      await expect(portal.getByRole('definition').filter({ hasText: email })).toBeVisible()
      await expect(portal.locator('html')).toHaveAttribute('lang', lang)
      await axe()
      await button(portal, words.edit).click()
      await portal.getByLabel(words.gender).fill(words.female)
      await axe()
      await button(portal, words.save).click()
      await expect(row(portal, words.gender, words.female)).toBeVisible()
      const kept = await cognito.call('AdminGetUser', { Username: email })
      expect(JSON.stringify(kept)).toContain('{"Name":"gender","Value":"female"}')
    })
  }

  test('names the attribute that may not be changed, or is taken', async ({
    portal,
    cognito,
    axe,
  }) => {
    await openProfile(portal, cognito)
    await button(portal, 'Change your details').click()
    await portal.getByLabel('First name').fill('Augusta')
    const refused = { operation: 'UpdateUserAttributes', times: 1 }
    await cognito.faults({
      ...refused,
      type: 'NotAuthorizedException',
      message: 'A client attempted to write unauthorized attribute',
    })
    await button(portal, 'Save').click()
    await expect(portal.getByText('First name cannot be changed here.').first()).toBeVisible()
    await expect(portal.getByLabel('First name')).toHaveAttribute('aria-invalid', 'true')
    await axe()
    await cognito.faults({ ...refused, type: 'AliasExistsException', message: 'It exists.' })
    await button(portal, 'Save').click()
    await expect(portal.getByText('First name is taken by somebody else.').first()).toBeVisible()
    // Each retry fails.
    await cognito.faults({ operation: 'UpdateUserAttributes', network: 'reset' })
    await button(portal, 'Save').click()
    await expect(portal.locator('.error-summary')).toBeVisible()
    await expect(portal.getByLabel('First name')).not.toHaveAttribute('aria-invalid')
    await expect(portal.getByLabel('First name')).toHaveValue('Augusta')
  })
})

test.describe('in a pool whose users have no email address', () => {
  test.use({ poolSettings: { UsernameAttributes: [], AutoVerifiedAttributes: [] } })

  test('says that there is no address, and still shows the user', async ({
    portal,
    cognito,
    axe,
  }) => {
    await configure(portal, cognito, { signUp: { attributes: [] } })
    const Username = 'ada'
    await cognito.call('AdminCreateUser', { Username, MessageAction: 'SUPPRESS' })
    await cognito.call('AdminSetUserPassword', { Username, Password: password, Permanent: true })
    await portal.goto('/account')
    await signIn(portal, Username)
    await expect(portal.getByText('There is no e-mail address and no phone number')).toBeVisible()
    await expect(portal.getByRole('definition').filter({ hasText: /^[\da-f-]{36}$/ })).toBeVisible()
    await expect(button(portal, 'Change your details')).toHaveCount(0)
    await axe()
  })
})
