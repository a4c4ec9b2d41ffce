import type { WebAuthnConfigurationType } from '@aws-sdk/client-cognito-identity-provider'
import { testAuthenticator, type CreationOverrides, type Overrides } from './testAuthenticator.ts'
import type { TestPool, TestPoolOptions } from './testPool.ts'
import { answerTo, by, openChoice, refused, start, type Answer } from './factorPool.ts'

const RP = 'localhost'

/** A pool whose passkeys are this machine's, jo signed in, and her authenticator. */
export async function openPasskeys(
  given: WebAuthnConfigurationType = {},
  { client, ...world }: TestPoolOptions = {},
) {
  const ExplicitAuthFlows = ['ALLOW_USER_AUTH', 'ALLOW_USER_SRP_AUTH'] as const
  const testPool = await openChoice({
    ...world,
    client: { ExplicitAuthFlows: [...ExplicitAuthFlows], ...client },
  })
  testPool.pool.mfa = {
    ...testPool.pool.mfa,
    WebAuthnConfiguration: { RelyingPartyId: RP, ...given },
  }
  const { AccessToken } = await testPool.tokensFor('jo')
  const authenticator = testAuthenticator()
  /** A passkey, made but not handed in. */
  const make = async (overrides: CreationOverrides = {}, token = AccessToken) => ({
    AccessToken: token,
    Credential: await authenticator.create(await creationOptions(testPool, token), overrides),
  })
  /** @returns the id of a passkey that is hers now */
  async function add(overrides: CreationOverrides = {}, token = AccessToken) {
    const made = await make(overrides, token)
    await testPool.call('CompleteWebAuthnRegistration', made)
    return made.Credential.id
  }
  const list = (input: object = {}) =>
    testPool.call('ListWebAuthnCredentials', { AccessToken, ...input })
  return { testPool, AccessToken, authenticator, make, add, list }
}

export type PasskeyPool = Awaited<ReturnType<typeof openPasskeys>>

/** What a browser is asked to make. */
export async function creationOptions(testPool: TestPool, AccessToken: string) {
  const { CredentialCreationOptions } = await testPool.call('StartWebAuthnRegistration', {
    AccessToken,
  })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of any shape to the SDK; WebAuthn says which
  return CredentialCreationOptions as unknown as { challenge: string; rp: { id: string } }
}

/** What a browser is asked to sign. */
export const requestOptions = ({ ChallengeParameters = {} }: Answer) =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
  JSON.parse(ChallengeParameters['CREDENTIAL_REQUEST_OPTIONS'] ?? '') as {
    challenge: string
    rpId: string
    allowCredentials: { id: string }[]
    userVerification: string
  }

/** Asks for jo's passkey, or somebody else's. */
export const askPasskey = (testPool: TestPool, USERNAME = 'jo') =>
  start(testPool, by('WEB_AUTHN', { USERNAME }))

/** The answer to such a question, true or not. */
export const signed = async (
  { authenticator }: PasskeyPool,
  asked: Answer,
  overrides: Overrides = {},
  USERNAME = 'jo',
) => {
  const credential = await authenticator.get(requestOptions(asked), overrides)
  return answerTo(asked, { CREDENTIAL: JSON.stringify(credential) }, { USERNAME })
}

/** What a passkey that lies is told. */
export async function refusedWith(one: PasskeyPool, overrides: Overrides) {
  return refused(one.testPool, await signed(one, await askPasskey(one.testPool), overrides))
}
