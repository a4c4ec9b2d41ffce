import { expect, test } from '#e2e/support/fixtures.ts'
import { fetchNothingAhead } from '#e2e/support/fetchNothingAhead.ts'
import { configure, expectAccount, expectPage, password, signIn } from '#e2e/support/pages.ts'

const signedOut = 'You have signed out. See you soon.'
const later = 'The service cannot be reached right now.'

test('signs out without a network, and ends the session at Cognito when it is back', async ({
  portal,
  cognito,
  axe,
}) => {
  await fetchNothingAhead(portal)
  const email = await cognito.createUser({ password })
  await portal.goto('/account')
  await signIn(portal, email)
  await expectAccount(portal, email)

  await portal.context().setOffline(true)
  await portal.getByRole('button', { name: 'Sign out' }).click()
  await expectPage(portal, 'Sign in')
  await expect(portal.getByText(signedOut)).toBeVisible()
  await expect(portal.getByText(later)).toBeVisible()
  await axe()

  const revoked = portal
    .context()
    .waitForEvent('response', (response) =>
      (response.request().headers()['x-amz-target'] ?? '').endsWith('.RevokeToken'),
    )
  await portal.context().setOffline(false)
  expect((await revoked).status()).toBe(200)
  await expect(portal.getByText(later)).toBeHidden()
  await expect(portal.getByText(signedOut)).toBeVisible()
})

test('shows the sign-in form where its part for passkeys cannot be had', async ({
  portal,
  cognito,
  complaints,
}) => {
  complaints.expect(/ERR_FAILED/)
  await configure(portal, cognito, { signIn: { flow: 'USER_AUTH', passkeys: true } })
  await portal.context().route('**/steps-*.js', (route) => route.abort())
  const refused = portal.waitForEvent('requestfailed')
  await portal.goto('/sign-in')
  await refused
  await expectPage(portal, 'Sign in')
  await expect(portal.getByRole('button', { name: 'Continue' })).toBeVisible()
})
