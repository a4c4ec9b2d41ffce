import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import {
  type Bytes,
  concat,
  fromBase64Url,
  fromHex,
  randomBytes,
  sha256,
  toBase64Url,
  utf8,
} from '#local-cognito/bytes.ts'
import { type Algorithm, coseOf, makeKey, sign } from './authenticatorKeys.ts'

/** Values to falsify in the answers of the authenticator and its browser. */
export interface Overrides {
  /** Relying party that the passkey claims to be for. */
  rpId?: string
  /** Origin of the page. */
  origin?: string
  isUserVerified?: boolean
  counter?: number
  challenge?: string
  type?: string
  /** Another passkey to use; or the id of a new one. */
  id?: string
}

/** Attachment that the browser reports. */
type Attachment = AuthenticatorAttachment | 'unsaid'

export interface CreationOverrides extends Overrides {
  algorithm?: Algorithm | undefined
  /** Model of the authenticator; zeros by default. */
  aaguid?: string
  attachment?: Attachment
}

interface Key {
  privateKey: CryptoKey
  algorithm: Algorithm
  counter: number
}

/** Members of the options that it reads, as Cognito sends them. */
interface CreationOptions {
  challenge: string
  rp: { id: string }
}
interface RequestOptions {
  challenge: string
  rpId: string
  allowCredentials: { id: string }[]
}

/** Security key and browser in one, with keys in memory: https://www.w3.org/TR/webauthn-3/ */
export function testAuthenticator(home = 'http://localhost:5173') {
  const keys = new Map<string, Key>()

  /** Result of `navigator.credentials.create`, as JSON. */
  async function create(
    options: CreationOptions,
    overrides: CreationOverrides = {},
  ): Promise<RegistrationResponseJSON> {
    const { algorithm = -7, counter = 0, id = toBase64Url(randomBytes(16)) } = overrides
    const { privateKey, publicKey } = await makeKey(algorithm)
    keys.set(id, { privateKey, algorithm, counter })
    const rawId = bytesOf(id)
    const authenticatorData = concat(
      await authenticatorDataHead(overrides.rpId ?? options.rp.id, HAS_KEY, {
        ...overrides,
        counter,
      }),
      fromHex((overrides.aaguid ?? '0'.repeat(32)).replaceAll('-', '')),
      Uint8Array.of(rawId.length >> 8, rawId.length & 255),
      rawId,
      cbor(await coseOf(publicKey, algorithm)),
    )
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authenticatorData],
    ])
    return {
      ...credential(id, overrides.attachment),
      response: {
        clientDataJSON: said('webauthn.create', options.challenge, overrides),
        attestationObject: toBase64Url(cbor(attestation)),
        authenticatorData: toBase64Url(authenticatorData),
        publicKey: toBase64Url(new Uint8Array(await crypto.subtle.exportKey('spki', publicKey))),
        publicKeyAlgorithm: algorithm,
        transports: ['internal'],
      },
    }
  }

  /** Result of `navigator.credentials.get`, as JSON. Increments a counter that is in use. */
  async function get(
    options: RequestOptions,
    overrides: Overrides = {},
  ): Promise<AuthenticationResponseJSON> {
    const id =
      overrides.id ?? options.allowCredentials.find((asked) => keys.has(asked.id))?.id ?? ''
    const key = keys.get(id)
    if (!key) throw new Error('No passkey for this site')
    const counter = overrides.counter ?? (key.counter > 0 ? key.counter + 1 : 0)
    key.counter = counter
    const authenticatorData = await authenticatorDataHead(overrides.rpId ?? options.rpId, 0, {
      ...overrides,
      counter,
    })
    const clientDataJSON = said('webauthn.get', options.challenge, overrides)
    const toSign = concat(authenticatorData, await sha256(bytesOf(clientDataJSON)))
    return {
      ...credential(id),
      response: {
        clientDataJSON,
        authenticatorData: toBase64Url(authenticatorData),
        signature: toBase64Url(await sign(key.privateKey, key.algorithm, toSign)),
      },
    }
  }

  /** Makes clientDataJSON. */
  const said = (type: string, challenge: string, overrides: Overrides) =>
    toBase64Url(
      utf8(
        JSON.stringify({
          type: overrides.type ?? type,
          challenge: overrides.challenge ?? challenge,
          origin: overrides.origin ?? home,
          crossOrigin: false,
        }),
      ),
    )

  return { create, get }
}

const credential = (id: string, attachment: Attachment = 'platform') => ({
  id,
  rawId: id,
  type: 'public-key' as const,
  ...(attachment !== 'unsaid' && { authenticatorAttachment: attachment }),
  clientExtensionResults: {},
})

const bytesOf = (text: string) => fromBase64Url(text) ?? new Uint8Array()

const USER_PRESENT = 1
const USER_VERIFIED = 4
const HAS_KEY = 64

/** Starts authenticator data: the hash of the relying party, flags and the counter. */
async function authenticatorDataHead(
  rpId: string,
  flags: number,
  { isUserVerified = true, counter = 0 }: Overrides,
) {
  const count = new DataView(new ArrayBuffer(4))
  count.setUint32(0, counter)
  const all = flags | USER_PRESENT | (isUserVerified ? USER_VERIFIED : 0)
  return concat(await sha256(utf8(rpId)), Uint8Array.of(all), new Uint8Array(count.buffer))
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is handed nothing that CBOR has not
const cbor = (value: unknown): Bytes => Uint8Array.from(isoCBOR.encode(value as never))
