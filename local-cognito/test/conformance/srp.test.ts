import { createSrpSession, signSrpSession } from 'cognito-srp-helper'
import { expect, test } from 'vitest'
import { fromBase64, randomBytes, toBase64 } from '#local-cognito/bytes.ts'
import { claimSignature, newSecret, publicValue, sharedKey } from '#local-cognito/srp/exchange.ts'
import { power } from '#local-cognito/srp/group.ts'
import { makeVerifier } from '#local-cognito/srp/verifier.ts'
import { computeSrp } from '#local-cognito/test/support/testPool.ts'

const identity = { poolId: 'eu-central-1_AbCdEfGhI', username: 'f4d80488-3091-7046-550f' }
const TIMESTAMP = 'Tue Sep 1 09:05:07 UTC 2026'

/** Parts of passwords, chosen to expose errors in text encoding, padding and hashing. */
const PARTS = [
  'a',
  'Z',
  '9',
  ' ',
  '"',
  '\\',
  ':',
  'ß',
  'é',
  'ж',
  '漢',
  '𝔘',
  '👩‍🚀',
  '\u0000',
  '\u0301',
]

/** Deterministic pseudo-random numbers, so that a failure can be reproduced. */
function numbers(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state % below
  }
}

const next = numbers(20260901)

const passwords = Array.from({ length: 200 }, (_, index) => {
  if (index === 0) return 'x'.repeat(256)
  if (index === 1) return 'a space inside'
  return Array.from({ length: 1 + next(40) }, () => PARTS[next(PARTS.length)] ?? '').join('')
})

/** Salts and secrets that are short or have the top bit set, to test padding. */
const SALTS = [undefined, '0f'.padEnd(32, '1'), '80'.padEnd(32, '0'), `00${'7'.repeat(30)}`]
const SECRETS = [undefined, '1', '0000ff', 'f'.repeat(64)]

const session = createSrpSession(identity.username, '', identity.poolId, false)

/**
 * The library's own secret a has 1024 bits, which is slow. 256 bits prove the same, and a new one
 * per exchange gives A every length and top bit.
 */
async function sessionOfItsOwn() {
  const smallA = newSecret()
  // B = kv + g^b, hence A for v = 0. An error here would make every exchange fail.
  return { ...session, smallA, largeA: await publicValue('0', smallA) }
}

/** Computes the client's proof independently, and checks whether this side accepts it. */
async function agrees(
  password: string,
  claimed: string,
  {
    by = session,
    salt,
    secret,
  }: { by?: typeof session; salt?: string | undefined; secret?: string | undefined } = {},
) {
  const { verifier, salt: SALT } = await makeVerifier(identity, password, salt)
  const b = secret ?? newSecret()
  const B = await publicValue(verifier, b)
  const block = randomBytes(64)
  const signed = signSrpSession(
    { ...by, password: claimed, timestamp: TIMESTAMP },
    {
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeParameters: {
        SALT,
        SRP_B: B,
        SECRET_BLOCK: toBase64(block),
        USERNAME: identity.username,
        USER_ID_FOR_SRP: identity.username,
      },
    },
  )
  const key = await sharedKey({ A: by.largeA, B, b, verifier }, power)
  const right = key && (await claimSignature(key, identity, block, TIMESTAMP))
  expect(fromBase64(signed.passwordSignature)).toHaveLength(32)
  return right !== undefined && toBase64(right) === signed.passwordSignature
}

test(
  'cognito-srp-helper proves 200 passwords with all kinds of characters',
  { timeout: 180_000 },
  async () => {
    const doubted: string[] = []
    for (const [index, password] of passwords.entries()) {
      // Every salt meets every secret by the helper's own arithmetic.
      computeSrp(index < 16 ? 'helper' : 'browser')
      const by = index < 4 ? session : await sessionOfItsOwn()
      const salt = SALTS[index % 4]
      const secret = SECRETS[(index >> 2) % 4]
      if (!(await agrees(password, password, { by, salt, secret }))) doubted.push(password)
    }
    expect(doubted).toEqual([])
  },
)

test.each([
  ['secret', 'Secret'],
  ['secret', 'secret '],
  ['é', 'e\u0301'],
  ['x'.repeat(256), 'x'.repeat(255)],
])('and fails with another password (%#)', async (password, claimed) => {
  expect(await agrees(password, claimed)).toBe(false)
})
