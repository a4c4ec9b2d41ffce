import type { WebAuthnConfigurationType } from '@aws-sdk/client-cognito-identity-provider'
import { testAuthenticator, type CreationLies, type Lies } from './testAuthenticator.ts'
import type { Bed, World } from './testPool.ts'
import { answerTo, by, openChoice, refused, start, type Answer } from './factorPool.ts'

const RP = 'localhost'

/** A pool whose passkeys are this machine's, jo signed in, and her authenticator. */
export async function openPasskeys(
  given: WebAuthnConfigurationType = {},
  { client, ...world }: World = {},
) {
  const ExplicitAuthFlows = ['ALLOW_USER_AUTH', 'ALLOW_USER_SRP_AUTH'] as const
  const bed = await openChoice({
    ...world,
    client: { ExplicitAuthFlows: [...ExplicitAuthFlows], ...client },
  })
  bed.pool.mfa = { ...bed.pool.mfa, WebAuthnConfiguration: { RelyingPartyId: RP, ...given } }
  const { AccessToken } = await bed.tokensFor('jo')
  const authenticator = testAuthenticator()
  /** A passkey, made but not handed in. */
  const make = async (lies: CreationLies = {}, token = AccessToken) => ({
    AccessToken: token,
    Credential: await authenticator.create(await creationOptions(bed, token), lies),
  })
  /** @returns the id of a passkey that is hers now */
  async function add(lies: CreationLies = {}, token = AccessToken) {
    const made = await make(lies, token)
    await bed.call('CompleteWebAuthnRegistration', made)
    return made.Credential.id
  }
  const list = (input: object = {}) =>
    bed.call('ListWebAuthnCredentials', { AccessToken, ...input })
  return { bed, AccessToken, authenticator, make, add, list }
}

export type PasskeyBed = Awaited<ReturnType<typeof openPasskeys>>

/** What a browser is asked to make. */
export async function creationOptions(bed: Bed, AccessToken: string) {
  const { CredentialCreationOptions } = await bed.call('StartWebAuthnRegistration', { AccessToken })
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
export const askPasskey = (bed: Bed, USERNAME = 'jo') => start(bed, by('WEB_AUTHN', { USERNAME }))

/** The answer to such a question, true or not. */
export const signed = async (
  { authenticator }: PasskeyBed,
  asked: Answer,
  lies: Lies = {},
  USERNAME = 'jo',
) => {
  const credential = await authenticator.get(requestOptions(asked), lies)
  return answerTo(asked, { CREDENTIAL: JSON.stringify(credential) }, { USERNAME })
}

/** What a passkey that lies is told. */
export async function refusedWith(one: PasskeyBed, lies: Lies) {
  return refused(one.bed, await signed(one, await askPasskey(one.bed), lies))
}
