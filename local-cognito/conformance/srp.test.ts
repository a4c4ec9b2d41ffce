import { createSrpSession, signSrpSession } from 'cognito-srp-helper'
import { expect, test } from 'vitest'
import { fromBase64, randomBytes, toBase64 } from '#local-cognito/bytes.ts'
import { newSecret, proofOf, publicValue, sharedKey } from '#local-cognito/srp/exchange.ts'
import { makeVerifier } from '#local-cognito/srp/verifier.ts'
import { computeSrp } from '#local-cognito/testBed.ts'

const identity = { poolId: 'eu-central-1_AbCdEfGhI', username: 'f4d80488-3091-7046-550f' }
const TIMESTAMP = 'Tue Sep 1 09:05:07 UTC 2026'

/** Parts of passwords, chosen for what text, padding and hashing get wrong. */
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

/** The same numbers on every run, so that a failure can be looked at again. */
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

/** Salts and secrets whose numbers are short, or have the top bit set: padding is about these. */
const SALTS = [undefined, '0f'.padEnd(32, '1'), '80'.padEnd(32, '0'), `00${'7'.repeat(30)}`]
const SECRETS = [undefined, '1', '0000ff', 'f'.repeat(64)]

const session = createSrpSession(identity.username, '', identity.poolId, false)

/**
 * The library's own a has 1024 bits, and takes it long. One of 256 proves the same; another one for
 * each exchange also gives A every length and top bit.
 */
async function sessionOfItsOwn() {
  const smallA = newSecret()
  // B = kv + g^b, hence A where v is 0. Were it wrong, nothing would agree.
  return { ...session, smallA, largeA: await publicValue('0', smallA) }
}

/** Proves a password as the other side would, and says whether this side believes it. */
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
  const block = randomBytes(64)
  const signed = signSrpSession(
    { ...by, password: claimed, timestamp: TIMESTAMP },
    {
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeParameters: {
        SALT,
        SRP_B: await publicValue(verifier, b),
        SECRET_BLOCK: toBase64(block),
        USERNAME: identity.username,
        USER_ID_FOR_SRP: identity.username,
      },
    },
  )
  const key = await sharedKey({ A: by.largeA, b, verifier })
  const right = key && (await proofOf(key, identity, block, TIMESTAMP))
  expect(fromBase64(signed.passwordSignature)).toHaveLength(32)
  return right !== undefined && toBase64(right) === signed.passwordSignature
}

test(
  'cognito-srp-helper proves 200 passwords, whatever their characters',
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
])('and cannot prove another one (%#)', async (password, claimed) => {
  expect(await agrees(password, claimed)).toBe(false)
})
