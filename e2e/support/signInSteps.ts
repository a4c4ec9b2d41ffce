import type { Page } from '@playwright/test'
import type { TestPool } from './makeCognito.ts'
import { password } from './pages.ts'

/** A step of a sign-in, and the response of Cognito that starts it. */
export interface Step {
  heading: string
  address: string
  response: Record<string, unknown>
  /** Factors of a pool that returns this challenge itself, because the portal requests a key during the step. */
  factors?: Record<string, unknown>
}

const session = 'S'.repeat(40)
const sentTo = (medium: string, destination: string) => ({
  CODE_DELIVERY_DELIVERY_MEDIUM: medium,
  CODE_DELIVERY_DESTINATION: destination,
})
const passkeyOptions = JSON.stringify({ challenge: 'AAAA', rpId: 'localhost', timeout: 60_000 })

export const challengeResponse = (
  ChallengeName: string,
  ChallengeParameters: Record<string, string> = {},
) => ({
  ChallengeName,
  ChallengeParameters,
  Session: session,
})

export const steps: Step[] = [
  {
    heading: 'Choose your password',
    address: '/sign-in/new-password',
    response: challengeResponse('NEW_PASSWORD_REQUIRED', {
      requiredAttributes: '[]',
      userAttributes: '{}',
    }),
  },
  {
    heading: 'Enter the code from your app',
    address: '/sign-in/authenticator',
    response: challengeResponse('SOFTWARE_TOKEN_MFA'),
  },
  {
    heading: 'Check your messages',
    address: '/sign-in/code',
    response: challengeResponse('SMS_MFA', sentTo('SMS', '+*******0123')),
  },
  {
    heading: 'Check your messages',
    address: '/sign-in/code',
    response: challengeResponse('EMAIL_OTP', sentTo('EMAIL', 'a***@e***')),
  },
  {
    heading: 'Choose your second step',
    address: '/sign-in/choose',
    response: challengeResponse('SELECT_MFA_TYPE', {
      MFAS_CAN_CHOOSE: '["SMS_MFA","SOFTWARE_TOKEN_MFA"]',
    }),
  },
  {
    heading: 'How do you want to sign in?',
    address: '/sign-in/choose',
    response: {
      ...challengeResponse('SELECT_CHALLENGE'),
      AvailableChallenges: ['PASSWORD_SRP', 'EMAIL_OTP'],
    },
  },
  {
    heading: 'Protect your account',
    address: '/sign-in/choose',
    response: challengeResponse('MFA_SETUP', {
      MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA","EMAIL_OTP"]',
    }),
  },
  {
    heading: 'Set up your authenticator app',
    address: '/sign-in/set-up-authenticator',
    response: challengeResponse('MFA_SETUP', { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]' }),
    factors: { SoftwareTokenMfaConfiguration: { Enabled: true } },
  },
  {
    heading: 'Add your e-mail address',
    address: '/sign-in/set-up-email',
    response: challengeResponse('MFA_SETUP', { MFAS_CAN_SETUP: '["EMAIL_OTP"]' }),
  },
  {
    heading: 'One more question',
    address: '/sign-in/challenge',
    response: challengeResponse('CUSTOM_CHALLENGE', { question: 'Who goes there?' }),
  },
  {
    heading: 'Open the link in your mail',
    address: '/sign-in/challenge',
    response: challengeResponse('CUSTOM_CHALLENGE', { challenge: 'MAGIC_LINK' }),
  },
  {
    heading: 'Use your passkey',
    address: '/sign-in/passkey',
    response: challengeResponse('WEB_AUTHN', { CREDENTIAL_REQUEST_OPTIONS: passkeyOptions }),
  },
]

/** Signs in up to this step. @returns the user's email address */
export async function signInToStep(
  portal: Page,
  cognito: TestPool,
  { factors, response }: Step,
  query = '',
): Promise<string> {
  if (factors) await cognito.call('SetUserPoolMfaConfig', { MfaConfiguration: 'ON', ...factors })
  else {
    const body = JSON.stringify(response)
    await cognito.faults({ operation: 'InitiateAuth', times: 1, status: 200, body })
  }
  const email = factors ? await cognito.createUser({ password }) : cognito.address()
  await portal.goto(`/sign-in${query}`)
  await portal.locator('#username').fill(email)
  await portal.locator('#password').fill(password)
  await portal.locator('[type=submit]').first().click()
  return email
}
