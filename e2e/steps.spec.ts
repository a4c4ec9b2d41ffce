import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import type { CognitoWorld } from './makeCognito.ts'
import { expectPage, password, signIn } from './pages.ts'

// What becomes of each step of a sign-in when its page is reloaded, left, or gone back to. The steps are
// posed by the local Cognito on command: how each is reached and answered, other journeys show.

interface Step {
  heading: string
  address: string
  posed: Record<string, unknown>
  /** The pool itself poses this one, with these factors: the portal asks it for a key on the way. */
  factors?: Record<string, unknown>
}

const session = 'S'.repeat(40)
const sentTo = (medium: string, destination: string) => ({
  CODE_DELIVERY_DELIVERY_MEDIUM: medium,
  CODE_DELIVERY_DESTINATION: destination,
})
const passkeyOptions = JSON.stringify({ challenge: 'AAAA', rpId: 'localhost', timeout: 60_000 })

const pose = (ChallengeName: string, ChallengeParameters: Record<string, string> = {}) => ({
  ChallengeName,
  ChallengeParameters,
  Session: session,
})

const steps: Step[] = [
  {
    heading: 'Choose your password',
    address: '/sign-in/new-password',
    posed: pose('NEW_PASSWORD_REQUIRED', { requiredAttributes: '[]', userAttributes: '{}' }),
  },
  {
    heading: 'Enter the code from your app',
    address: '/sign-in/authenticator',
    posed: pose('SOFTWARE_TOKEN_MFA'),
  },
  {
    heading: 'Check your messages',
    address: '/sign-in/code',
    posed: pose('SMS_MFA', sentTo('SMS', '+*******0123')),
  },
  {
    heading: 'Check your messages',
    address: '/sign-in/code',
    posed: pose('EMAIL_OTP', sentTo('EMAIL', 'a***@e***')),
  },
  {
    heading: 'Choose your second step',
    address: '/sign-in/choose',
    posed: pose('SELECT_MFA_TYPE', { MFAS_CAN_CHOOSE: '["SMS_MFA","SOFTWARE_TOKEN_MFA"]' }),
  },
  {
    heading: 'How do you want to sign in?',
    address: '/sign-in/choose',
    posed: { ...pose('SELECT_CHALLENGE'), AvailableChallenges: ['PASSWORD_SRP', 'EMAIL_OTP'] },
  },
  {
    heading: 'Protect your account',
    address: '/sign-in/choose',
    posed: pose('MFA_SETUP', { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA","EMAIL_OTP"]' }),
  },
  {
    heading: 'Set up your authenticator app',
    address: '/sign-in/set-up-authenticator',
    posed: pose('MFA_SETUP', { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]' }),
    factors: { SoftwareTokenMfaConfiguration: { Enabled: true } },
  },
  {
    heading: 'Add your e-mail address',
    address: '/sign-in/set-up-email',
    posed: pose('MFA_SETUP', { MFAS_CAN_SETUP: '["EMAIL_OTP"]' }),
  },
  {
    heading: 'One more question',
    address: '/sign-in/challenge',
    posed: pose('CUSTOM_CHALLENGE', { question: 'Who goes there?' }),
  },
  {
    heading: 'Open the link in your mail',
    address: '/sign-in/challenge',
    posed: pose('CUSTOM_CHALLENGE', { challenge: 'MAGIC_LINK' }),
  },
  {
    heading: 'Use your passkey',
    address: '/sign-in/passkey',
    posed: pose('WEB_AUTHN', { CREDENTIAL_REQUEST_OPTIONS: passkeyOptions }),
  },
]

/** Signs in, and is asked for this. */
async function reach(portal: Page, cognito: CognitoWorld, step: Step): Promise<string> {
  const { factors, posed } = step
  if (factors) await cognito.call('SetUserPoolMfaConfig', { MfaConfiguration: 'ON', ...factors })
  else {
    const body = JSON.stringify(posed)
    await cognito.faults({ operation: 'InitiateAuth', times: 1, status: 200, body })
  }
  const email = factors ? await cognito.createUser({ password }) : cognito.address()
  await portal.goto('/sign-in')
  await signIn(portal, email)
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
  const name = `${String(step.posed['ChallengeName'])}: ${step.heading}`

  test(`${name}: a reload begins again, and says so`, async ({ portal, cognito, axe }) => {
    const email = await reach(portal, cognito, step)
    await axe()
    await portal.reload()
    await expectInterrupted(portal, email)
    // Gone elsewhere and come back, by the address or by the browser, it is no other.
    await portal.goto(step.address)
    await expectPage(portal, 'Sign in')
  })

  test(`${name}: back and forth leads back to it`, async ({ portal, cognito }) => {
    await reach(portal, cognito, step)
    await portal.goBack()
    await expectPage(portal, 'Sign in')
    await portal.goForward()
    await expectPage(portal, step.heading)
    await expect(portal).toHaveURL(step.address)
    // Another site, and back: as it was, or begun anew with a word on it.
    await portal.goto('about:blank')
    await portal.goBack()
    await expect(
      portal
        .getByRole('heading', { name: step.heading, level: 1 })
        .or(portal.getByText('Your sign-in was not finished.')),
    ).toBeVisible()
  })
}

test('what has no screen is named, and reported', async ({ portal, cognito, axe, complaints }) => {
  complaints.expect(/no screen for the challenge RIDDLE_OF_THE_SPHINX/)
  await reach(portal, cognito, {
    heading: 'One more step is needed',
    address: '/sign-in/not-supported',
    posed: pose('RIDDLE_OF_THE_SPHINX'),
  })
  await expect(portal.getByText('RIDDLE_OF_THE_SPHINX')).toBeVisible()
  await axe()
})

test('codes in the mail survive a reload', async ({ portal, cognito }) => {
  const email = await cognito.createUser({ password })
  await portal.goto('/forgot-password')
  await portal.getByLabel('E-mail address').fill(email)
  await portal.getByRole('button', { name: 'Send code' }).click()
  await expectPage(portal, 'Choose a new password')
  await portal.reload()
  await expectPage(portal, 'Choose a new password')
})
