import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import { vi } from 'vitest'

/** Stubs the WebAuthn globals with a software authenticator. `vi.unstubAllGlobals()` removes it; in jsdom, the end of the file. */
export function plugInAuthenticator(origin = 'http://localhost:5173') {
  const authenticator = new SoftwareAuthenticator(origin)
  vi.stubGlobal('PublicKeyCredential', Passkey)
  vi.stubGlobal('AuthenticatorAttestationResponse', Attestation)
  vi.stubGlobal('AuthenticatorAssertionResponse', Assertion)
  if ('document' in globalThis) {
    // jsdom's own navigator, which has no credentials.
    Object.defineProperty(navigator, 'credentials', { value: authenticator, configurable: true })
    return authenticator
  }
  vi.stubGlobal('navigator', {
    credentials: authenticator,
    userAgent: 'Node.js',
    platform: 'Linux',
  })
  // Amplify detects a browser by these.
  vi.stubGlobal('window', { document: {}, isSecureContext: true, PublicKeyCredential: Passkey })
  return authenticator
}

/** Authenticator and browser in one, with ES256 keys. https://www.w3.org/TR/webauthn-3/ */
class SoftwareAuthenticator {
  readonly #keys = new Map<string, KeyObject>()
  /** Origin of the calling page. */
  origin: string
  /** Makes the user decline. */
  isDeclined = false

  constructor(origin: string) {
    this.origin = origin
  }

  /** Replaces each key, but keeps its ID. */
  swapKeys() {
    for (const id of this.#keys.keys()) this.#keys.set(id, newKey().privateKey)
  }

  create = (options: { publicKey: PublicKeyCredentialCreationOptions }) => {
    const { challenge, rp } = options.publicKey
    this.#ask()
    const { privateKey, publicKey } = newKey()
    const id = randomBytes(16)
    this.#keys.set(id.toString('base64url'), privateKey)
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    const authData = Buffer.concat([
      head(rp.id, USER_PRESENT | USER_VERIFIED | HAS_KEY),
      Buffer.alloc(16),
      Buffer.from([0, id.length]),
      id,
      // COSE: an EC2 key for ES256 on P-256.
      hex('a5010203262001215820'),
      Buffer.from(x, 'base64url'),
      hex('225820'),
      Buffer.from(y, 'base64url'),
    ])
    // CBOR: { fmt: 'none', attStmt: {}, authData }
    const attestation = Buffer.concat([
      hex('a363666d74646e6f6e656761747453746d74a068617574684461746158'),
      Buffer.from([authData.length]),
      authData,
    ])
    const said = this.#clientData('webauthn.create', challenge)
    const spki = publicKey.export({ format: 'der', type: 'spki' })
    return Promise.resolve(new Passkey(id, new Attestation(said, attestation, authData, spki)))
  }

  get = (options: { publicKey: PublicKeyCredentialRequestOptions }) => {
    const { challenge, rpId, allowCredentials = [] } = options.publicKey
    this.#ask()
    const wanted = allowCredentials.map((each) => bytes(each.id).toString('base64url'))
    const id = wanted.find((each) => this.#keys.has(each)) ?? ''
    const key = this.#keys.get(id)
    if (!key) throw new DOMException('No passkey for this site.', 'NotAllowedError')
    const authData = head(rpId, USER_PRESENT | USER_VERIFIED)
    const said = this.#clientData('webauthn.get', challenge)
    const hash = createHash('sha256').update(said).digest()
    const signature = sign('sha256', Buffer.concat([authData, hash]), key)
    const response = new Assertion(said, authData, signature)
    return Promise.resolve(new Passkey(Buffer.from(id, 'base64url'), response))
  }

  #ask() {
    if (this.isDeclined) throw new DOMException('Not now.', 'NotAllowedError')
  }

  #clientData(type: string, given: BufferSource) {
    const challenge = bytes(given).toString('base64url')
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }))
  }
}

const USER_PRESENT = 1
const USER_VERIFIED = 4
const HAS_KEY = 64

/** Returns the head of authenticator data. The signature counter stays 0, as in most authenticators. */
const head = (rpId = '', flags: number) =>
  Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags, 0, 0, 0, 0])])

const newKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })
const hex = (text: string) => Buffer.from(text, 'hex')
const bytes = (source: BufferSource) =>
  ArrayBuffer.isView(source)
    ? Buffer.from(source.buffer, source.byteOffset, source.byteLength)
    : Buffer.from(source)
const buffer = (source: Uint8Array) => Uint8Array.from(source).buffer

class Passkey {
  readonly id: string
  readonly rawId: ArrayBuffer
  readonly type = 'public-key'
  readonly authenticatorAttachment = 'platform'
  readonly response: Attestation | Assertion
  constructor(id: Buffer, response: Attestation | Assertion) {
    this.id = id.toString('base64url')
    this.rawId = buffer(id)
    this.response = response
  }
  getClientExtensionResults = () => ({})
}

class Attestation {
  readonly clientDataJSON: ArrayBuffer
  readonly attestationObject: ArrayBuffer
  readonly getAuthenticatorData: () => ArrayBuffer
  readonly getPublicKey: () => ArrayBuffer
  constructor(said: Buffer, attestation: Buffer, authData: Buffer, spki: Buffer) {
    this.clientDataJSON = buffer(said)
    this.attestationObject = buffer(attestation)
    this.getAuthenticatorData = () => buffer(authData)
    this.getPublicKey = () => buffer(spki)
  }
  getPublicKeyAlgorithm = () => -7
  getTransports = () => ['internal']
}

class Assertion {
  readonly clientDataJSON: ArrayBuffer
  readonly authenticatorData: ArrayBuffer
  readonly signature: ArrayBuffer
  readonly userHandle = null
  constructor(said: Buffer, authData: Buffer, signature: Buffer) {
    this.clientDataJSON = buffer(said)
    this.authenticatorData = buffer(authData)
    this.signature = buffer(signature)
  }
}
