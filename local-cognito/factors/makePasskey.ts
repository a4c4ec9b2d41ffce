import { verifyRegistrationResponse, type RegistrationResponseJSON } from '@simplewebauthn/server'
import { toBase64Url } from '#local-cognito/bytes.ts'
import { CognitoError, invalidParameter, type ErrorType } from '#local-cognito/errors.ts'
import type { Passkey, Pool, User } from '#local-cognito/records.ts'
import { clientData, isOriginOf, relyingParty, userVerification } from './passkeys.ts'

/**
 * Reads what a browser has made. Which exception belongs to what is in the model's documentation
 * (CompleteWebAuthnRegistration); the words are ours.
 * @throws CognitoError
 */
export async function makePasskey(
  pool: Pool,
  user: User,
  credential: unknown,
  now: number,
): Promise<Passkey> {
  const rpId = relyingParty(pool)
  const pending = user.passkeyToMake
  if (!isRegistration(credential)) throw invalidParameter('Credential data is not valid')
  const said = clientData(credential.response)
  if (!said) throw invalidParameter('Credential data is not valid')
  if (said.type !== 'webauthn.create')
    throw refused('WebAuthnClientMismatchException', 'The credential was not made for this.')
  if (!pending || now >= pending.expiresAt || said.challenge !== pending.challenge)
    throw refused('WebAuthnChallengeNotFoundException', 'The challenge was not found.')
  if (!isOriginOf(rpId, said.origin))
    throw refused('WebAuthnOriginNotAllowedException', `The origin ${said.origin} is not allowed.`)
  const { registrationInfo } = await verified(pool, credential, said, rpId)
  if (!registrationInfo) throw invalidParameter('Credential data is not valid')
  const { credential: made } = registrationInfo
  if (user.passkeys?.some(({ id }) => id === made.id))
    throw invalidParameter('This credential is registered already.')
  return {
    id: made.id,
    publicKey: toBase64Url(Uint8Array.from(made.publicKey)),
    counter: made.counter,
    transports: credential.response.transports ?? [],
    attachment: credential.authenticatorAttachment ?? 'platform',
    // The real service names it after the authenticator's AAGUID, where it knows that.
    name: credential.authenticatorAttachment === 'cross-platform' ? 'Security key' : 'Passkey',
    rpId,
    createdAt: now,
  }
}

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
      throw refused('WebAuthnRelyingPartyMismatchException', 'The relying party does not match.')
    if (/alg|attestation format/i.test(error.message))
      throw refused('WebAuthnCredentialNotSupportedException', 'The credential is not supported.')
    throw invalidParameter('Credential data is not valid')
  }
}

const refused = (type: ErrorType, message: string) => new CognitoError(type, message)

const isRegistration = (value: unknown): value is RegistrationResponseJSON =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'response' in value &&
  typeof value.response === 'object' &&
  value.response !== null &&
  'attestationObject' in value.response
