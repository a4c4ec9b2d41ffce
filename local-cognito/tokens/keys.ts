import { randomBytes, toBase64 } from '#local-cognito/bytes.ts'
import type { Cognito } from '#local-cognito/operation.ts'
import type { Pool, SigningKey } from '#local-cognito/records.ts'

export const RS256 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }

type PoolKeys = NonNullable<Pool['keys']>

/** Two callers who need the keys at once wait for the same pair. */
const beingMade = new WeakMap<Pool, Promise<PoolKeys>>()

/** A pool's two signing keys, made when first asked for: that takes a moment. */
export async function keysOf(pool: Pool): Promise<PoolKeys> {
  if (pool.keys) return pool.keys
  const making = beingMade.get(pool) ?? makeKeys()
  beingMade.set(pool, making)
  try {
    return (pool.keys = await making)
  } finally {
    beingMade.delete(pool)
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

/** For operations that sign tokens: has the keys made before the operation gets its turn. */
export async function prepareKeys({ ClientId }: { ClientId: string }, { store }: Cognito) {
  const pool = store.pools.get(store.clients.get(ClientId)?.poolId ?? '')
  if (pool) await keysOf(pool)
}
