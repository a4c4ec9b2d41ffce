import { expect, test } from '#e2e/support/fixtures.ts'
import { expectAccount, expectPage, password, signIn } from '#e2e/support/pages.ts'

test('returns to the requested address: path, query and hash', async ({ portal, cognito }) => {
  const email = await cognito.createUser({ password })
  await portal.goto('/account?tab=details#groups')
  await expectPage(portal, 'Sign in')
  await signIn(portal, email)
  await expect(portal).toHaveURL('/account?tab=details#groups')
})

for (const next of [
  '//evil.example',
  '/\\evil.example',
  '/%2f%2fevil.example',
  'https://evil.example',
  // oxlint-disable-next-line no-script-url -- it must be refused
  'javascript:alert(1)',
]) {
  test(`does not redirect to next=${next}`, async ({ portal, cognito }) => {
    const email = await cognito.createUser({ password })
    await portal.goto(`/sign-in?${new URLSearchParams({ next }).toString()}`)
    await signIn(portal, email)
    await expect(portal).toHaveURL('/account')
  })
}

test('keeps the requested address through sign-up', async ({ portal, cognito }) => {
  const email = cognito.address()
  await portal.goto('/account?from=mail')
  await portal.getByRole('link', { name: 'Create an account' }).click()
  await expectPage(portal, 'Create your account')
  await portal.getByLabel('E-mail address').fill(email)
  await portal.getByLabel('Password', { exact: true }).fill(password)
  await portal.getByRole('button', { name: 'Create account' }).click()
  await portal.getByLabel('Code').fill(await cognito.mail(email))
  await expect(portal).toHaveURL('/account?from=mail')
})

test('survives a reload, back and forward, without showing the sign-in page', async ({
  portal,
  cognito,
}) => {
  const email = await cognito.createUser({ password })
  await portal.goto('/account')
  await signIn(portal, email)
  await expectAccount(portal, email)
  await portal.reload()
  await expectAccount(portal, email)
  await portal.goto('/sign-in')
  await expectAccount(portal, email)
  await portal.goto('/no-such-page')
  await portal.goBack()
  await expectAccount(portal, email)
  await portal.goForward()
  await expectPage(portal, 'This page does not exist')
})

test('is shared with a second tab, and ends in both at sign-out', async ({ portal, cognito }) => {
  const email = await cognito.createUser({ password })
  await portal.goto('/account')
  await signIn(portal, email)
  await expectAccount(portal, email)
  const second = await portal.context().newPage()
  await second.goto('/account')
  await expectAccount(second, email)

  const revoked = portal
    .context()
    .waitForEvent('response', (response) =>
      (response.request().headers()['x-amz-target'] ?? '').endsWith('.RevokeToken'),
    )
  await second.getByRole('button', { name: 'Sign out' }).click()
  await expectPage(second, 'Sign in')
  await expect(second).toHaveURL('/sign-in')
  await expect(second.getByText('You have signed out.')).toBeVisible()
  await expectPage(portal, 'Sign in')
  await expect(portal.getByText('You signed out in another tab or window.')).toBeVisible()
  expect((await revoked).status()).toBe(200)

  await portal.reload()
  await expectPage(portal, 'Sign in')
  const kept = await portal.evaluate(async () => {
    const databases = await indexedDB.databases()
    const counts = databases.map(async ({ name = '' }) => {
      const opening = indexedDB.open(name)
      await new Promise((resolve) => opening.addEventListener('success', resolve))
      const reading = opening.result.transaction('session').objectStore('session').get('record')
      await new Promise((resolve) => reading.addEventListener('success', resolve))
      return reading.result === undefined ? 'empty' : 'something'
    })
    return Promise.all(counts)
  })
  expect(kept).toEqual(['empty'])
})

test('reaches a second tab that shows the sign-in page', async ({ portal, cognito }) => {
  const email = await cognito.createUser({ password })
  const second = await portal.context().newPage()
  await second.goto('/account?tab=second')
  await expectPage(second, 'Sign in')
  await portal.goto('/sign-in')
  await signIn(portal, email)
  await expectAccount(portal, email)
  await expectAccount(second, email)
  await expect(second).toHaveURL('/account?tab=second')
})

test('ends with the last tab, unless the user stays signed in', async ({ portal, cognito }) => {
  const email = await cognito.createUser({ password })
  const context = portal.context()
  await portal.goto('/account')
  await signIn(portal, email)
  await expectAccount(portal, email)
  await portal.close()
  const later = await context.newPage()
  await later.goto('/account')
  await expectPage(later, 'Sign in')

  await later.getByLabel('Keep me signed in').check()
  await signIn(later, email)
  await expectAccount(later, email)
  await later.close()
  const muchLater = await context.newPage()
  await muchLater.goto('/account')
  await expectAccount(muchLater, email)
})

test('says why it ended when an administrator revoked it', async ({ portal, cognito, axe }) => {
  const email = await cognito.createUser({ password })
  await portal.goto('/account')
  await signIn(portal, email)
  await expectAccount(portal, email)
  await cognito.call('AdminUserGlobalSignOut', { Username: email })
  await portal.reload()
  await expectPage(portal, 'Sign in')
  await expect(
    portal.getByText('You were signed out from another device, or by an administrator.'),
  ).toBeVisible()
  await expect(portal.getByLabel('E-mail address')).toHaveValue(email)
  await axe()
  await signIn(portal, email)
  await expect(portal).toHaveURL('/account')
})
