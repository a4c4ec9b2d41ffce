import type { WebAuthnConfigurationType } from '@aws-sdk/client-cognito-identity-provider'
import {
  type Answer,
  initiateAuth,
  openUserAuthPool,
  refusedResponse,
  responseTo,
  userAuth,
} from './factorPool.ts'
import { type CreationOverrides, type Overrides, testAuthenticator } from './testAuthenticator.ts'
import type { TestPool, TestPoolOptions } from './testPool.ts'

const RP = 'localhost'

/** Opens a pool with passkeys for localhost; jo is signed in and has an authenticator. */
export async function openPasskeyPool(
  given: WebAuthnConfigurationType = {},
  { client, ...settings }: TestPoolOptions = {},
) {
  const ExplicitAuthFlows = ['ALLOW_USER_AUTH', 'ALLOW_USER_SRP_AUTH'] as const
  const testPool = await openUserAuthPool({
    ...settings,
    client: { ExplicitAuthFlows: [...ExplicitAuthFlows], ...client },
  })
  testPool.pool.mfa = {
    ...testPool.pool.mfa,
    WebAuthnConfiguration: { RelyingPartyId: RP, ...given },
  }
  const { AccessToken } = await testPool.tokensFor('jo')
  const authenticator = testAuthenticator()
  /** Creates a passkey without registering it. */
  const make = async (overrides: CreationOverrides = {}, token = AccessToken) => ({
    AccessToken: token,
    Credential: await authenticator.create(await creationOptions(testPool, token), overrides),
  })
  /** Registers a passkey. @returns its id */
  async function add(overrides: CreationOverrides = {}, token = AccessToken) {
    const made = await make(overrides, token)
    await testPool.call('CompleteWebAuthnRegistration', made)
    return made.Credential.id
  }
  const list = (input: object = {}) =>
    testPool.call('ListWebAuthnCredentials', { AccessToken, ...input })
  return { testPool, AccessToken, authenticator, make, add, list }
}

export type PasskeyPool = Awaited<ReturnType<typeof openPasskeyPool>>

/** Options that a browser gets for creating a passkey. */
export async function creationOptions(testPool: TestPool, AccessToken: string) {
  const { CredentialCreationOptions } = await testPool.call('StartWebAuthnRegistration', {
    AccessToken,
  })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of any shape to the SDK; WebAuthn says which
  return CredentialCreationOptions as unknown as { challenge: string; rp: { id: string } }
}

/** Options that a browser gets for using a passkey. */
export const requestOptions = ({ ChallengeParameters = {} }: Answer) =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
  JSON.parse(ChallengeParameters['CREDENTIAL_REQUEST_OPTIONS'] ?? '') as {
    challenge: string
    rpId: string
    allowCredentials: { id: string }[]
    userVerification: string
  }

/** Starts a sign-in with the passkey of jo, or of another user. */
export const startWithPasskey = (testPool: TestPool, USERNAME = 'jo') =>
  initiateAuth(testPool, userAuth('WEB_AUTHN', { USERNAME }))

/** Answers WEB_AUTHN with an assertion; `overrides` falsify it. */
export const passkeyResponse = async (
  { authenticator }: PasskeyPool,
  asked: Answer,
  overrides: Overrides = {},
  USERNAME = 'jo',
) => {
  const credential = await authenticator.get(requestOptions(asked), overrides)
  return responseTo(asked, { CREDENTIAL: JSON.stringify(credential) }, { USERNAME })
}

/** Answers WEB_AUTHN with a falsified assertion, and returns the refusal. */
export async function passkeyRefusal(fixture: PasskeyPool, overrides: Overrides) {
  return refusedResponse(
    fixture.testPool,
    await passkeyResponse(fixture, await startWithPasskey(fixture.testPool), overrides),
  )
}
