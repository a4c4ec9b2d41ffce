import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import { toBase64Url } from '#local-cognito/bytes.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import { CognitoError, invalidParameter } from '#local-cognito/errors.ts'
import type { Client, Passkey, Pool, User } from '#local-cognito/records.ts'
import { inPool } from '#local-cognito/store.ts'
import { clientData, isOriginOf, membersOf, relyingParty, userVerification } from './passkeys.ts'

/**
 * Verifies a new credential. The model's documentation assigns the exceptions
 * (CompleteWebAuthnRegistration); the messages are our own.
 * @throws CognitoError
 */
export async function registerPasskey(
  cognito: Cognito,
  pool: Pool,
  client: Client,
  user: User,
  credential: unknown,
): Promise<Passkey> {
  const now = cognito.now()
  const rpId = relyingParty(pool)
  const pending = user.pendingPasskey
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
  const { registrationInfo } = await verifyRegistration(pool, credential, said, rpId)
  if (!registrationInfo) throw invalid()
  const { credential: made, aaguid } = registrationInfo
  const attachment = ATTACHMENTS.find((each) => each === credential.authenticatorAttachment)
  // A credential id may be registered once, by any user (WebAuthn, section 7.1).
  const known = cognito.store.users.find(inPool(pool.id, made.id))
  if (known.some(({ passkeys = [] }) => passkeys.some(({ id }) => id === made.id)))
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

async function verifyRegistration(
  pool: Pool,
  response: RegistrationResponseJSON,
  { challenge, origin }: { challenge: string; origin: string },
  rpId: string,
) {
  // Loaded here, since it takes longer to load than everything else that the server starts with.
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
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

/**
 * Errors of the library about an authenticator that cannot do what was asked, such as verify its
 * user.
 */
const UNSUPPORTED = /^(User verification|Unexpected public key alg|Unsupported Attestation Format)/

const invalid = () => invalidParameter('Credential data is not valid')

/**
 * Cognito was seen to refuse credentials without the members that could be derived from
 * `attestationObject`.
 */
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

/**
 * Common passkey providers by the id of the authenticator's model (AAGUID):
 * https://www.w3.org/TR/webauthn-3/#sctn-authenticator-model
 */
const MAKERS: Readonly<Record<string, string>> = {
  'fbfc3007-154e-4ecc-8c0b-6e020557d7bd': 'iCloud Keychain',
  'dd4ec289-e01d-41c9-bb89-70fa845d4bf2': 'iCloud Keychain (Managed)',
  'ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4': 'Google Password Manager',
  'adce0002-35bc-c60a-648b-0b25f1f05503': 'Chrome on Mac',
  '08987058-cadc-4b81-b6e1-30de50dcbe96': 'Windows Hello',
  '9ddd1817-af5a-4672-a2b9-3e3dd95000a9': 'Windows Hello',
  '6028b017-b1d4-4c02-b4b3-afcdafc96bb2': 'Windows Hello',
  '53414d53-554e-4700-0000-000000000000': 'Samsung Pass',
  'bada5566-a7aa-401f-bd96-45619a55120d': '1Password',
  'd548826e-79b4-db40-a3d8-11116f7e8349': 'Bitwarden',
}

/** Friendly name of a passkey. AWS's example has "Roaming passkey"; no other is known. */
const passkeyName = (aaguid: string, attachment: Passkey['attachment']) =>
  MAKERS[aaguid] ?? (attachment === 'cross-platform' ? 'Roaming passkey' : 'Passkey')
