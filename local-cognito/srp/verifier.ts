import { type Bytes, concat, randomBytes, sha256, toHex, utf8 } from '#local-cognito/bytes.ts'
import type { Verifier } from '#local-cognito/records.ts'
import { pad, powerOfG, toInteger } from './group.ts'

/** `us-east-1_AbCdEf` -> `AbCdEf`: the part of a pool id that SRP hashes. */
export const poolName = (poolId: string) => poolId.slice(poolId.indexOf('_') + 1)

/** Sixteen bytes without a leading zero, which clients pad differently. */
export const toSalt = (bytes: Bytes) => toHex(bytes.slice(0, 16)).replace(/^00/, '01')

/** Owner of a verifier. Both names are hashed into it. */
export interface Identity {
  poolId: string
  username: string
}

/** Derives the SRP verifier of a password. */
export async function makeVerifier(
  identity: Identity,
  password: string,
  salt = toSalt(randomBytes(16)),
): Promise<Verifier> {
  const inner = await sha256(utf8(`${poolName(identity.poolId)}${identity.username}:${password}`))
  const x = toInteger(await sha256(concat(pad(BigInt(`0x${salt}`)), inner)))
  return { salt, verifier: powerOfG(x).toString(16) }
}

/** Tells whether a password is the one the verifier was derived from. */
export async function matchesVerifier(verifier: Verifier, identity: Identity, password: string) {
  const again = await makeVerifier(identity, password, verifier.salt)
  return again.verifier === verifier.verifier
}
