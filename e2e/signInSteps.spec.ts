import type { Page } from '@playwright/test'
import { expect, test } from '#e2e/support/fixtures.ts'
import type { TestPool } from '#e2e/support/makeCognito.ts'
import { expectPage, password } from '#e2e/support/pages.ts'
import { challengeResponse, signInToStep, steps, type Step } from '#e2e/support/signInSteps.ts'

// Each step of a sign-in after a reload, after leaving its page, and after going back to it. The local Cognito
// returns the challenges on command; other tests cover how each is reached and answered.

async function reach(portal: Page, cognito: TestPool, step: Step): Promise<string> {
  const email = await signInToStep(portal, cognito, step)
  await expectPage(portal, step.heading)
  await expect(portal).toHaveURL(step.address)
  return email
}

async function expectInterrupted(portal: Page, email: string): Promise<void> {
  await expectPage(portal, 'Sign in')
  await expect(portal.getByText('Your sign-in was not finished.')).toBeVisible()
  await expect(portal.getByLabel('E-mail address')).toHaveValue(email)
}

for (const step of steps) {
  const name = `${String(step.response['ChallengeName'])}: ${step.heading}`

  test(`${name}: back and forward return to it; a reload starts again, with a message`, async ({
    portal,
    cognito,
    axe,
  }) => {
    const email = await reach(portal, cognito, step)
    await axe()
    await portal.goBack()
    await expectPage(portal, 'Sign in')
    await portal.goForward()
    await expectPage(portal, step.heading)
    await expect(portal).toHaveURL(step.address)
    await portal.reload()
    await expectInterrupted(portal, email)
    // The address of the step leads to the sign-in page, too.
    await portal.goto(step.address)
    await expectPage(portal, 'Sign in')
  })
}

test('after another site and back: the same step, or a new sign-in that says why', async ({
  portal,
  cognito,
}) => {
  const [step] = steps
  if (!step) throw new Error('there is no step')
  await reach(portal, cognito, step)
  await portal.goto('about:blank')
  await portal.goBack()
  await expect(
    portal
      .getByRole('heading', { name: step.heading, level: 1 })
      .or(portal.getByText('Your sign-in was not finished.')),
  ).toBeVisible()
})

test('names a challenge without a screen, and reports it', async ({
  portal,
  cognito,
  axe,
  complaints,
}) => {
  complaints.expect(/no screen for the challenge RIDDLE_OF_THE_SPHINX/)
  await reach(portal, cognito, {
    heading: 'One more step is needed',
    address: '/sign-in/not-supported',
    response: challengeResponse('RIDDLE_OF_THE_SPHINX'),
  })
  await expect(portal.getByText('RIDDLE_OF_THE_SPHINX')).toBeVisible()
  await axe()
})

test('the pages for emailed codes survive a reload', async ({ portal, cognito }) => {
  const email = await cognito.createUser({ password })
  await portal.goto('/forgot-password')
  await portal.getByLabel('E-mail address').fill(email)
  await portal.getByRole('button', { name: 'Send code' }).click()
  await expectPage(portal, 'Choose a new password')
  await portal.reload()
  await expectPage(portal, 'Choose a new password')
})
