import { createHash, createHmac } from 'node:crypto'
import AuthenticationHelper from 'amazon-cognito-identity-js/es/AuthenticationHelper'
import { assert, asyncProperty, bigInt, property, string, uint8Array } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { opensslPower } from '#local-cognito/adapters/opensslPower.ts'
import { fromBase64, toBase64, toHex } from '#local-cognito/bytes.ts'
import { claimSignature, newSecret, publicValue, sharedKey } from '#local-cognito/srp/exchange.ts'
import { makeVerifier } from '#local-cognito/srp/verifier.ts'
import BigInteger from '#vault/srp/bigInteger.ts'
import { beginSrp, makeDeviceSecret } from '#vault/srp/srpLibrary.ts'

const text = string({ unit: 'grapheme', maxLength: 40 })
/** Salts of any length: with leading zeros, and with the top bit that Java reads as a sign. */
const salts = uint8Array({ minLength: 1, maxLength: 16 }).map((bytes) =>
  toHex(Uint8Array.from(bytes)),
)

/**
 * A prime of 256 bits instead of Cognito's 3072: both sides come to the same key modulo any, and 1,000 exchanges take
 * a second instead of a minute. Everything else is as it is there: which bytes are hashed, in which order, and how
 * numbers are padded.
 */
const small = 2n ** 256n - 189n
const g = 2n

/** The library's helper, its private members too. */
interface Helper extends AuthenticationHelper {
  N: BigInteger
  k: BigInteger
  smallAValue: BigInteger
  largeAValue: BigInteger | undefined
}

const poolName = 'AbCdEfGhI'

/** Bytes as Java's `BigInteger.toByteArray` writes them, which Cognito hashes. */
function bytesOf(value: bigint): Buffer {
  const hex = value.toString(16)
  const even = hex.padStart(hex.length + (hex.length % 2), '0')
  const bytes = Buffer.from(even, 'hex')
  return (bytes[0] ?? 0) < 128 ? bytes : Buffer.concat([Buffer.alloc(1), bytes])
}

const hash = (...parts: (Buffer | string)[]) => {
  const sha256 = createHash('sha256')
  for (const part of parts) sha256.update(part)
  return sha256.digest()
}
const numberOf = (bytes: Buffer) => BigInt(`0x${bytes.toString('hex')}`)
const hmac = (key: Buffer, message: Buffer) => createHmac('sha256', key).update(message).digest()

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus
    if (bit === '1') result = (result * base) % modulus
  }
  return result
}

const k = numberOf(hash(bytesOf(small), bytesOf(g)))

/** The server's half of RFC 5054 with Cognito's key derivation, modulo the short prime. */
function serve(username: string, password: string, saltHex: string, b: bigint) {
  const salt = bytesOf(BigInt(`0x${saltHex}`))
  const x = numberOf(hash(salt, hash(`${poolName}${username}:${password}`)))
  const verifier = power(g, x, small)
  const B = (k * verifier + power(g, b, small)) % small
  return {
    B,
    keyFor(A: bigint) {
      const u = numberOf(hash(bytesOf(A), bytesOf(B)))
      const S = power((A * power(verifier, u, small)) % small, b, small)
      const prk = hmac(bytesOf(u), bytesOf(S))
      return hmac(prk, Buffer.from('Caldera Derived Key\u0001')).subarray(0, 16)
    },
  }
}

// One for all, because each new one computes an A that is not used.
const helper = new AuthenticationHelper(poolName) as Helper

function exchange(a: bigint) {
  helper.N = new BigInteger(small)
  helper.k = new BigInteger(k)
  helper.smallAValue = new BigInteger(a)
  helper.largeAValue = undefined
  let A = 0n
  helper.getLargeAValue((_, value) => {
    A = BigInt(`0x${value.toString(16)}`)
  })
  return {
    A,
    keyFor(username: string, password: string, B: bigint, salt: string) {
      let key: Uint8Array = new Uint8Array()
      helper.getPasswordAuthenticationKey(
        username,
        password,
        new BigInteger(B),
        new BigInteger(salt, 16),
        (_, value) => {
          key = value
        },
      )
      return Buffer.from(key)
    },
  }
}

describe('SRP', () => {
  const secret = bigInt(1n, 2n ** 256n - 1n)

  it('comes to the key of an independent server, and with another password does not', () => {
    assert(
      property(text, text, text, salts, secret, secret, (username, password, wrong, salt, a, b) => {
        const server = serve(username, password, salt, b)
        const client = exchange(a)
        const key = server.keyFor(client.A).toString('hex')
        const keyBy = (typed: string) =>
          client.keyFor(username, typed, server.B, salt).toString('hex')
        expect(keyBy(password)).toBe(key)
        expect(keyBy(wrong) === key).toBe(wrong === password)
      }),
      { numRuns: 1000 },
    )
  })

  it("proves the password to the local Cognito in Cognito's group", async () => {
    await assert(
      asyncProperty(text, text, salts, uint8Array(), async (username, password, salt, block) => {
        const identity = { poolId: `us-east-1_${poolName}`, username }
        const { verifier } = await makeVerifier(identity, password, salt)
        const b = newSecret()
        const srpB = await publicValue(verifier, b)
        const client = await beginSrp(poolName)
        const secretBlock = Uint8Array.from(block)
        const proof = await client.prove(
          { userIdForSrp: username, srpB, salt, secretBlock: toBase64(secretBlock) },
          password,
        )
        const key = await sharedKey({ A: client.srpA, B: srpB, b, verifier }, opensslPower)
        if (!key) throw new Error('no key')
        const expected = await claimSignature(key, identity, secretBlock, proof.TIMESTAMP)
        expect(proof.PASSWORD_CLAIM_SIGNATURE).toBe(toBase64(expected))
      }),
      { numRuns: 40 },
    )
  })

  it('makes the verifier of a device as the local Cognito does', async () => {
    await assert(
      asyncProperty(text, text, async (groupKey, deviceKey) => {
        const made = await makeDeviceSecret(groupKey, deviceKey)
        const identity = { poolId: `_${groupKey}`, username: deviceKey }
        const salt = toHex(fromBase64(made.salt) ?? new Uint8Array())
        const { verifier } = await makeVerifier(identity, made.password, salt)
        const bytes = fromBase64(made.verifier) ?? new Uint8Array()
        expect(toHex(bytes).replace(/^0+/, '')).toBe(verifier)
      }),
      { numRuns: 20 },
    )
  })
})
