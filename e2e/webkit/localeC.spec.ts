import { password } from '#e2e/support/pages.ts'
import { expect, test } from './fixtures.ts'
import { expectAccount, signIn } from './pages.ts'

// WebKitGTK turns the locale of a bare container into a language that is not a BCP 47 tag.
test.use({ lang: 'C.UTF-8' })

test('changes an email address in a browser whose language is not a language tag', async ({
  portal,
  cognito,
}) => {
  const email = await cognito.createUser({ password })
  await portal.goto('/sign-in')
  expect(await portal.evaluate<string[]>('return navigator.languages')).toEqual(['C'])
  await signIn(portal, email)
  await expectAccount(portal, email)
  await portal.getByRole('button', 'Change e-mail address').click()
  await portal.getByLabel('New e-mail address').waitFor()
})
