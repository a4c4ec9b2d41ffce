import { randomBytes, toBase64 } from '#local-cognito/bytes.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import type { Pool, SigningKey } from '#local-cognito/records.ts'

export const RS256 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }

type PoolKeys = NonNullable<Pool['keys']>

/** Keys being created, shared by concurrent callers. */
const pendingKeys = new WeakMap<Pool, Promise<PoolKeys>>()

/** Returns a pool's two signing keys; the first call creates them, which takes a moment. */
export async function signingKeys(pool: Pool): Promise<PoolKeys> {
  if (pool.keys) return pool.keys
  const making = pendingKeys.get(pool) ?? makeKeys()
  pendingKeys.set(pool, making)
  try {
    return (pool.keys = await making)
  } finally {
    pendingKeys.delete(pool)
  }
}

/** Makes the two signing keys of a pool. */
export async function makeKeys(): Promise<PoolKeys> {
  const [id, access] = await Promise.all([makeKey(), makeKey()])
  return { id, access }
}

async function makeKey(): Promise<SigningKey> {
  const pair = await crypto.subtle.generateKey(
    { ...RS256, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
    true,
    ['sign', 'verify'],
  )
  return {
    kid: toBase64(randomBytes(32)),
    publicKey: await crypto.subtle.exportKey('jwk', pair.publicKey),
    privateKey: await crypto.subtle.exportKey('jwk', pair.privateKey),
  }
}

/** Imported keys: the first signature of an imported key takes twice as long as the next. */
const importedKeys = new WeakMap<SigningKey, Promise<CryptoKey>>()

export function importPrivate(key: SigningKey) {
  const imported =
    importedKeys.get(key) ?? crypto.subtle.importKey('jwk', key.privateKey, RS256, false, ['sign'])
  importedKeys.set(key, imported)
  return imported
}

/**
 * `prepare` step of operations that sign tokens: creates the keys before the operation has its
 * turn.
 */
export async function prepareKeys({ ClientId }: { ClientId: string }, { store }: Cognito) {
  const pool = store.pools.get(store.clients.get(ClientId)?.poolId ?? '')
  if (pool) await signingKeys(pool)
}
