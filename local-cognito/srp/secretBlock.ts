import {
  type Bytes,
  concat,
  fromBase64,
  fromUtf8,
  randomBytes,
  toBase64,
  utf8,
} from '#local-cognito/bytes.ts'
import type { Pool } from '#local-cognito/records.ts'

/** Server side of an SRP exchange, which the client carries between two requests. */
export interface SrpState {
  A: string
  B: string
  b: string
  clientId: string
  username: string
  /** Session that the proof is bound to; USER_SRP_AUTH has none. */
  boundTo?: string | undefined
  /** DEVICE_KEY of the sign-in. */
  deviceKey?: string | undefined
}

/**
 * Seals an exchange into a SECRET_BLOCK. The server keeps no state, so a right proof can be
 * repeated, and a wrong one does not invalidate the block: both are so on AWS.
 */
export async function seal(pool: Pool, state: SrpState) {
  const iv = randomBytes(12)
  const key = await sealingKey(pool)
  const text = utf8(JSON.stringify(state))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, text)
  return toBase64(concat(iv, new Uint8Array(sealed)))
}

/** @returns undefined for anything that this pool did not seal */
export async function open(pool: Pool, secretBlock: Bytes): Promise<SrpState | undefined> {
  const iv = secretBlock.slice(0, 12)
  const key = await sealingKey(pool)
  try {
    const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, secretBlock.slice(12))
    const state: unknown = JSON.parse(fromUtf8(new Uint8Array(opened)))
    return isSrpState(state) ? state : undefined
  } catch (error) {
    // WebCrypto's error for a failed decryption. Not `DOMException`: jsdom has another class of
    // that name.
    if (error instanceof Error && error.name === 'OperationError') return undefined
    throw error
  }
}

async function sealingKey(pool: Pool) {
  const secret = fromBase64(pool.secret)
  if (!secret) throw new Error(`The secret of pool ${pool.id} is not base64.`)
  return crypto.subtle.importKey('raw', secret, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

const isSrpState = (value: unknown): value is SrpState =>
  typeof value === 'object' &&
  value !== null &&
  ['A', 'B', 'b', 'clientId', 'username'].every((member) => member in value)
