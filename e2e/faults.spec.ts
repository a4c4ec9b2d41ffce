import { expect, test } from '#e2e/support/fixtures.ts'
import { expectAccount, password } from '#e2e/support/pages.ts'

// The worst of test/faultMatrix.test.ts over real connections: what a browser makes of them is not what Node does.

const trouble = 'The service is having trouble. Try again in a few minutes.'
const unreachable = 'The service cannot be reached. Check your connection and try again.'

const faults = [
  { fault: { network: 'reset' }, sentence: unreachable },
  {
    fault: { status: 502, body: '<!doctype html><title>502 Bad Gateway</title>' },
    sentence: trouble,
  },
  { fault: { status: 503, body: '' }, sentence: trouble },
  {
    fault: { status: 429, body: '' },
    sentence: 'It is very busy right now. Try again in a moment.',
  },
  { fault: { status: 200, body: '' }, sentence: trouble },
] as const

test('a sign-in tells of each fault of the network, and works when it is gone', async ({
  portal,
  cognito,
  context,
}) => {
  const email = await cognito.createUser({ password })
  await portal.goto('/sign-in')
  await portal.getByLabel('E-mail address').fill(email)
  await portal.getByLabel('Password', { exact: true }).fill(password)
  const submit = portal.getByRole('button', { name: 'Sign in', exact: true })
  const alert = portal.getByRole('alert')
  // The sentences of the rarer errors come with the steps.
  await portal.waitForLoadState('networkidle')

  for (const { fault, sentence } of faults) {
    await cognito.faults({ operation: 'InitiateAuth', ...fault })
    await submit.click()
    await expect(alert).toContainText(sentence)
    await expect(submit).not.toHaveAttribute('aria-busy', 'true')
    await cognito.faults()
    // An empty password is told at once: the sentence before it does not stay.
    await portal.getByLabel('Password', { exact: true }).fill('')
    await submit.click()
    await expect(alert).not.toContainText(sentence)
    await portal.getByLabel('Password', { exact: true }).fill(password)
  }

  await context.setOffline(true)
  await submit.click()
  await expect(alert).toContainText(unreachable)
  await context.setOffline(false)
  await submit.click()
  await expectAccount(portal, email)
})
