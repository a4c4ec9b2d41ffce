/** SRP by amazon-cognito-identity-js; nothing else of that library is used (docs/decisions/0001, 0019). */
import AuthenticationHelper, {
  type Callback,
} from 'amazon-cognito-identity-js/es/AuthenticationHelper'
import DateHelper from 'amazon-cognito-identity-js/es/DateHelper'
import { askBrowser } from '#vault/protocol/askBrowser.ts'
import BigInteger from './bigInteger.ts'
import { fromHex } from './bytes.ts'

/** One SRP exchange, from A to the proof. */
export interface SrpExchange {
  /** Lower-case hex of A. */
  srpA: string
  /** Computes the ChallengeResponses of PASSWORD_VERIFIER besides USERNAME. */
  prove: (
    challenge: { userIdForSrp: string; srpB: string; salt: string; secretBlock: string },
    password: string,
  ) => Promise<{
    TIMESTAMP: string
    PASSWORD_CLAIM_SIGNATURE: string
    PASSWORD_CLAIM_SECRET_BLOCK: string
  }>
}

/**
 * Begins an exchange: picks a random a and computes A = g^a, the first of its two slow steps.
 *
 * @param poolName the part of the pool id after `_`.
 */
export async function beginSrp(poolName: string): Promise<SrpExchange> {
  const helper = new AuthenticationHelper(poolName)
  const largeA = await answerOf<BigInteger>((callback) => helper.getLargeAValue(callback))
  return {
    srpA: largeA.toString(16),
    async prove({ userIdForSrp, srpB, salt, secretBlock }, password) {
      const key = await answerOf<Uint8Array>((callback) =>
        helper.getPasswordAuthenticationKey(
          userIdForSrp,
          password,
          new BigInteger(srpB, 16),
          new BigInteger(salt, 16),
          callback,
        ),
      )
      const timestamp = new DateHelper().getNowString()
      const utf8 = new TextEncoder()
      const message = Uint8Array.from([
        ...utf8.encode(poolName + userIdForSrp),
        ...fromBase64(secretBlock),
        ...utf8.encode(timestamp),
      ])
      return {
        TIMESTAMP: timestamp,
        PASSWORD_CLAIM_SIGNATURE: toBase64(await hmacSha256(key, message)),
        PASSWORD_CLAIM_SECRET_BLOCK: secretBlock,
      }
    },
  }
}

/** Makes the secret of a device: `password` stays here; Cognito gets the verifier and the salt, in base64. */
export async function makeDeviceSecret(groupKey: string, deviceKey: string) {
  const helper = new AuthenticationHelper(groupKey)
  await answerOf<null>((callback) => helper.generateHashDevice(groupKey, deviceKey, callback))
  return {
    password: helper.getRandomPassword(),
    verifier: toBase64(fromHex(helper.getVerifierDevices())),
    salt: toBase64(fromHex(helper.getSaltDevices())),
  }
}

/** Waits for what the library passes to a callback. */
const answerOf = <Value>(call: (callback: Callback<Value>) => void) =>
  new Promise<Value>((resolve, reject) => {
    call((error, value) => (error ? reject(error) : resolve(value)))
  })

async function hmacSha256(keyBytes: Uint8Array, message: Uint8Array<ArrayBuffer>) {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const signature = await askBrowser('crypto.subtle', async () => {
    const raw = Uint8Array.from(keyBytes)
    const key = await crypto.subtle.importKey('raw', raw, algorithm, false, ['sign'])
    return crypto.subtle.sign('HMAC', key, message)
  })
  return new Uint8Array(signature)
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}
