import type { CDPSession, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import type { CognitoWorld } from './makeCognito.ts'
import { configure, expectAccount, expectPage, password } from './pages.ts'

// A pool where people come in by password or by passkey.
test.use({
  poolSettings: {
    Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } },
  },
  clientSettings: { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_SRP_AUTH'] },
})

interface Authenticator {
  cdp: CDPSession
  authenticatorId: string
}

/** An authenticator built into this browser, whose owner says yes to everything, at first. */
async function addAuthenticator(page: Page): Promise<Authenticator> {
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
    },
  })
  return { cdp, authenticatorId }
}

async function allow(cognito: CognitoWorld, given: object = {}): Promise<void> {
  await cognito.call('SetUserPoolMfaConfig', {
    MfaConfiguration: 'OFF',
    WebAuthnConfiguration: { RelyingPartyId: 'localhost', UserVerification: 'required', ...given },
  })
}

/** Somebody with a passkey on this device. */
async function createOwner(page: Page, cognito: CognitoWorld): Promise<string> {
  const email = await cognito.createUser({ password })
  const token = await accessToken(cognito, email)
  const { CredentialCreationOptions: options } = await ask(cognito, 'StartWebAuthnRegistration', {
    AccessToken: token,
  })
  await page.goto('/sign-in')
  const credential = await page.evaluate(async (json) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what Cognito sent, for this function
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
      json as PublicKeyCredentialCreationOptionsJSON,
    )
    const made = await navigator.credentials.create({ publicKey })
    return made instanceof PublicKeyCredential ? made.toJSON() : undefined
  }, options)
  await ask(cognito, 'CompleteWebAuthnRegistration', { AccessToken: token, Credential: credential })
  return email
}

async function accessToken(cognito: CognitoWorld, email: string): Promise<unknown> {
  const answer = await ask(cognito, 'InitiateAuth', {
    AuthFlow: 'USER_AUTH',
    ClientId: cognito.clientId,
    AuthParameters: { USERNAME: email, PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: password },
  })
  return record(answer['AuthenticationResult'])['AccessToken']
}

const ask = async (cognito: CognitoWorld, action: string, input: Record<string, unknown>) =>
  record(await cognito.call(action, input))

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {}

const byPasskey = { signIn: { flow: 'USER_AUTH', preferred: 'WEB_AUTHN' } }

/** Gives the name, and so comes to the page that asks for the passkey. */
async function identify(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'Continue' }).click()
}

test('a passkey lets in, by the name and a touch', async ({ portal, cognito }) => {
  await addAuthenticator(portal)
  await allow(cognito)
  await configure(portal, cognito, byPasskey)
  const email = await createOwner(portal, cognito)
  await identify(portal, email)
  await expectAccount(portal, email)
})

test('refused by its owner, it reads as cancelled; a second try or another way lets in', async ({
  portal,
  cognito,
  axe,
}) => {
  const { cdp, authenticatorId } = await addAuthenticator(portal)
  await allow(cognito)
  await configure(portal, cognito, byPasskey)
  const email = await createOwner(portal, cognito)
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await identify(portal, email)
  await expectPage(portal, 'Use your passkey')
  await expect(portal).toHaveURL('/sign-in/passkey')
  await expect(portal.getByText('Cancelled. Nothing has changed')).toBeVisible()
  await axe()
  await portal.getByRole('button', { name: 'Use another way' }).click()
  await expectPage(portal, 'How do you want to sign in?')
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })
  await portal.getByRole('button', { name: 'Passkey' }).click()
  await expectAccount(portal, email)
})

test('one that Cognito does not accept can be given again', async ({ portal, cognito, axe }) => {
  await addAuthenticator(portal)
  await allow(cognito)
  await configure(portal, cognito, byPasskey)
  const email = await createOwner(portal, cognito)
  await cognito.faults({
    operation: 'RespondToAuthChallenge',
    times: 1,
    type: 'NotAuthorizedException',
    message: 'Incorrect username or password.',
  })
  await identify(portal, email)
  await expect(portal.getByText('That passkey was not accepted.')).toBeVisible()
  await axe()
  await portal.getByRole('button', { name: 'Use passkey' }).click()
  await expectAccount(portal, email)
})
