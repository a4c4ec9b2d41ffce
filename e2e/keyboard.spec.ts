import { expect, type Page } from '@playwright/test'
import { test } from '#e2e/support/fixtures.ts'
import { expectAccount, newPassword, password } from '#e2e/support/pages.ts'

/** Presses Tab up to the control of that name, and expects a visible focus at each stop. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let press = 0; press < 30; press += 1) {
    const focused = page.locator(':focus')
    const here = await focused.evaluateAll((elements) =>
      elements
        .filter((element) => element.matches('a, button, input, select, summary'))
        .map((element) => {
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
          const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
          return {
            name: [
              element.getAttribute('aria-label') ?? '',
              ...labels.map((label) => label.textContent),
              element.textContent,
            ].join(' '),
            seen: (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
            // A label is part of its control's target.
            small: [element, ...labels].every((target) => {
              const { width, height } = target.getBoundingClientRect()
              return Math.min(width, height) < 24
            }),
          }
        }),
    )
    for (const control of here) {
      expect(control.seen, `focus is seen on ${control.name}`).toBe(true)
      expect(control.small, `${control.name} is large enough to hit`).toBe(false)
    }
    if (here.some((control) => name.test(control.name))) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab leads to nothing called ${String(name)}`)
}

async function typeInto(page: Page, field: RegExp, words: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.type(words)
}

test('signs up, signs out, recovers the account and signs in by keyboard alone', async ({
  portal,
  cognito,
}) => {
  test.slow()
  const email = cognito.address()
  await portal.goto('/sign-in')
  await expect(portal.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await tabTo(portal, /Create an account/)
  await portal.keyboard.press('Enter')

  await expect(portal.getByRole('heading', { name: 'Create your account' })).toBeFocused()
  await typeInto(portal, /E-mail address/, email)
  await typeInto(portal, /^ ?Password/, password)
  await portal.keyboard.press('Enter')
  await expect(portal.getByLabel('Code')).toBeFocused()
  await portal.keyboard.type(await cognito.mail(email))
  await expectAccount(portal, email)

  await tabTo(portal, /Sign out/)
  await portal.keyboard.press('Enter')
  await expect(portal.getByRole('heading', { name: 'Sign in' })).toBeFocused()
  await typeInto(portal, /E-mail address/, email)
  await tabTo(portal, /Forgot password/)
  await portal.keyboard.press('Enter')
  await expect(portal.getByRole('heading', { name: 'Reset your password' })).toBeFocused()
  await tabTo(portal, /Send code/)
  await portal.keyboard.press('Enter')
  await expect(portal.getByLabel('Code')).toBeFocused()
  await portal.keyboard.type(await cognito.mail(email))
  await typeInto(portal, /New password/, newPassword)
  await portal.keyboard.press('Enter')
  await expectAccount(portal, email)
})

test('an invited user signs in and visits the account pages by keyboard alone', async ({
  portal,
  cognito,
}) => {
  const email = await cognito.createUser()
  await portal.goto('/sign-in')
  await expect(portal.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await typeInto(portal, /E-mail address/, email)
  await typeInto(portal, /^ ?Password/, await cognito.mail(email))
  await tabTo(portal, /Keep me signed in/)
  await portal.keyboard.press('Space')
  await portal.keyboard.press('Enter')
  await expect(portal.getByRole('heading', { name: 'Choose your password' })).toBeFocused()
  await typeInto(portal, /New password/, password)
  await tabTo(portal, /Save and continue/)
  await portal.keyboard.press('Enter')
  await expectAccount(portal, email)

  await portal.setViewportSize({ width: 360, height: 740 })
  await tabTo(portal, /^\s*Menu/)
  await portal.keyboard.press('Enter')
  await tabTo(portal, /Sign out/)
  await portal.keyboard.press('Escape')
  await expect(portal.getByRole('button', { name: 'Menu' })).toBeFocused()
  await expect(portal.getByRole('button', { name: 'Sign out' })).toBeHidden()
})
test('signs in, and reaches the access-denied page, by keyboard alone', async ({
  portal,
  cognito,
}) => {
  await cognito.createGroup('admins')
  const email = await cognito.createUser({ password })
  await portal.goto('/admin')
  await expect(portal.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await typeInto(portal, /E-mail address/, email)
  await typeInto(portal, /^ ?Password/, 'Wrong-Horse-1')
  await portal.keyboard.press('Enter')
  await expect(portal.locator('.error-summary')).toBeFocused()
  await typeInto(portal, /^ ?Password/, password)
  await tabTo(portal, /^ *Sign in$/)
  await portal.keyboard.press('Enter')
  const refused = portal.getByRole('heading', { name: 'You do not have access to this page' })
  await expect(refused).toBeFocused()

  await cognito.call('AdminAddUserToGroup', { Username: email, GroupName: 'admins' })
  await tabTo(portal, /Sign out/)
  await portal.keyboard.press('Enter')
  await expect(portal.getByRole('heading', { name: 'Sign in' })).toBeFocused()
  await typeInto(portal, /E-mail address/, email)
  await typeInto(portal, /^ ?Password/, password)
  await portal.keyboard.press('Enter')
  await expectAccount(portal, email)
  await tabTo(portal, /^ *Admin$/)
  await portal.keyboard.press('Enter')
  await expect(portal.getByRole('heading', { name: 'Administration' })).toBeFocused()
})
