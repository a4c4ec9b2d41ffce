import type { CDPSession, Page } from '@playwright/test'
import { relyingParty } from './cognitoEndpoint.ts'
import type { TestPool } from './makeCognito.ts'
import { password } from './pages.ts'

/** Settings of a pool with two first factors: a password or a passkey. */
export const passkeyPool = {
  poolSettings: {
    Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } },
  },
  clientSettings: { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_SRP_AUTH'] },
}

export interface Authenticator {
  cdp: CDPSession
  authenticatorId: string
}

/** Adds a platform authenticator that approves every request, until it is changed. */
export async function addAuthenticator(
  page: Page,
  given: { hasUserVerification?: boolean; isUserVerified?: boolean } = {},
): Promise<Authenticator> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      ...given,
    },
  })
  return { cdp, authenticatorId }
}

export async function allowPasskeys(cognito: TestPool, given: object = {}): Promise<void> {
  await cognito.call('SetUserPoolMfaConfig', {
    MfaConfiguration: 'OFF',
    WebAuthnConfiguration: { RelyingPartyId: relyingParty, UserVerification: 'required', ...given },
  })
}

/** Creates a user with a passkey on this device. @returns the email address */
export async function createOwner(page: Page, cognito: TestPool): Promise<string> {
  const email = await cognito.createUser({ password })
  await page.goto('/sign-in')
  await registerPasskey(page, cognito, email)
  return email
}

/** Registers a passkey. @throws {Error} with the name of the browser's error */
export async function registerPasskey(page: Page, cognito: TestPool, email: string) {
  const token = await accessToken(cognito, email)
  const { CredentialCreationOptions: options } = await ask(cognito, 'StartWebAuthnRegistration', {
    AccessToken: token,
  })
  const credential = await page.evaluate(async (json) => {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Cognito sends it in the form of this function
      json as PublicKeyCredentialCreationOptionsJSON,
    )
    const made = await navigator.credentials.create({ publicKey })
    return made instanceof PublicKeyCredential ? made.toJSON() : undefined
  }, options)
  await ask(cognito, 'CompleteWebAuthnRegistration', { AccessToken: token, Credential: credential })
}

async function accessToken(cognito: TestPool, email: string): Promise<unknown> {
  const answer = await ask(cognito, 'InitiateAuth', {
    AuthFlow: 'USER_AUTH',
    ClientId: cognito.clientId,
    AuthParameters: { USERNAME: email, PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: password },
  })
  return record(answer['AuthenticationResult'])['AccessToken']
}

const ask = async (cognito: TestPool, action: string, input: Record<string, unknown>) =>
  record(await cognito.call(action, input))

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {}

export const byPasskey = { signIn: { flow: 'USER_AUTH', preferred: 'WEB_AUTHN' } }

/** Submits the username, which opens the passkey page. */
export async function submitUsername(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'Continue' }).click()
}
