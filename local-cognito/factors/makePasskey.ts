import { verifyRegistrationResponse, type RegistrationResponseJSON } from '@simplewebauthn/server'
import { toBase64Url } from '#local-cognito/bytes.ts'
import { CognitoError, invalidParameter } from '#local-cognito/errors.ts'
import type { Cognito } from '#local-cognito/operation.ts'
import type { Client, Passkey, Pool, User } from '#local-cognito/records.ts'
import { usersOf } from '#local-cognito/users/users.ts'
import { passkeyName } from './passkeyNames.ts'
import { clientData, isOriginOf, membersOf, relyingParty, userVerification } from './passkeys.ts'

/**
 * Reads what a browser has made. Which exception belongs to what is in the model's documentation
 * (CompleteWebAuthnRegistration); the words are ours.
 * @throws CognitoError
 */
export async function makePasskey(
  cognito: Cognito,
  pool: Pool,
  client: Client,
  user: User,
  credential: unknown,
): Promise<Passkey> {
  const now = cognito.now()
  const rpId = relyingParty(pool)
  const pending = user.passkeyToMake
  const said = isRegistration(credential) ? clientData(credential.response) : undefined
  if (!isRegistration(credential) || said?.type !== 'webauthn.create') throw invalid()
  if (!pending || now >= pending.expiresAt || said.challenge !== pending.challenge)
    throw new CognitoError('WebAuthnChallengeNotFoundException', 'The challenge was not found.')
  if (pending.clientId !== client.id)
    throw new CognitoError('WebAuthnClientMismatchException', 'Another client asked for it.')
  if (!isOriginOf(rpId, said.origin))
    throw new CognitoError(
      'WebAuthnOriginNotAllowedException',
      `The origin ${said.origin} is not allowed.`,
    )
  const { registrationInfo } = await verified(pool, credential, said, rpId)
  if (!registrationInfo) throw invalid()
  const { credential: made, aaguid } = registrationInfo
  const attachment = ATTACHMENTS.find((each) => each === credential.authenticatorAttachment)
  // By anybody: a passkey is one person's (WebAuthn, section 7.1).
  const known = usersOf(cognito.store, pool).flatMap(({ passkeys = [] }) => passkeys)
  if (known.some(({ id }) => id === made.id))
    throw invalidParameter('This credential is registered already.')
  return {
    id: made.id,
    publicKey: toBase64Url(Uint8Array.from(made.publicKey)),
    counter: made.counter,
    transports: credential.response.transports ?? [],
    ...(attachment && { attachment }),
    name: passkeyName(aaguid, attachment),
    rpId,
    createdAt: now,
  }
}

/** https://www.w3.org/TR/webauthn-3/#enumdef-authenticatorattachment */
const ATTACHMENTS = ['platform', 'cross-platform'] as const

async function verified(
  pool: Pool,
  response: RegistrationResponseJSON,
  { challenge, origin }: { challenge: string; origin: string },
  rpId: string,
) {
  try {
    return await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: userVerification(pool) === 'required',
      supportedAlgorithmIDs: [-7, -257],
    })
  } catch (error) {
    if (!(error instanceof Error)) throw error
    if (error.name === 'UnexpectedRPIDHash')
      throw new CognitoError(
        'WebAuthnRelyingPartyMismatchException',
        'The relying party does not match.',
      )
    if (UNSUPPORTED.test(error.message))
      throw new CognitoError(
        'WebAuthnCredentialNotSupportedException',
        'The credential is not supported.',
      )
    throw invalid()
  }
}

/** What the library says of a device that cannot do what is asked, such as to verify its user. */
const UNSUPPORTED = /^(User verification|Unexpected public key alg|Unsupported Attestation Format)/

const invalid = () => invalidParameter('Credential data is not valid')

/** Cognito has been seen to refuse one that leaves out what can be read from `attestationObject`. */
function isRegistration(value: unknown): value is RegistrationResponseJSON {
  const { id, response } = membersOf(value)
  const { transports, ...rest } = membersOf(response)
  const isWhole = ['attestationObject', 'authenticatorData', 'publicKey'].every(
    (member) => typeof rest[member] === 'string',
  )
  const areTransports =
    Array.isArray(transports) && transports.every((each) => typeof each === 'string')
  return typeof id === 'string' && isWhole && areTransports
}
