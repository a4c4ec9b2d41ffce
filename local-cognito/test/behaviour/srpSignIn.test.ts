import { describe, expect, test } from 'vitest'
import {
  concat,
  fromBase64,
  hmacSha256,
  sha256,
  toBase64,
  toHex,
  utf8,
} from '#local-cognito/bytes.ts'
import { claimSignature } from '#local-cognito/srp/exchange.ts'
import { N, pad } from '#local-cognito/srp/group.ts'
import { openTestPool, PASSWORD, tokensOf } from '#local-cognito/test/support/testPool.ts'

const INCORRECT = { type: 'NotAuthorizedException', message: 'Incorrect username or password.' }
const invalid = (message: string) => ({ type: 'InvalidParameterException', message })

describe('SRP', () => {
  test('a right proof gives tokens, also when it is repeated', async () => {
    const testPool = await openTestPool()
    const srpResponse = await testPool.srpResponse('jo')
    tokensOf(await testPool.call('RespondToAuthChallenge', srpResponse))
    const again = await testPool.call('RespondToAuthChallenge', srpResponse)
    expect(again.ChallengeParameters).toEqual({})
    expect(again.AuthenticationResult).toMatchObject({ ExpiresIn: 3600, TokenType: 'Bearer' })
    expect(again).not.toHaveProperty('Session')
  })

  test('a wrong proof does not invalidate the secret block', async () => {
    const testPool = await openTestPool()
    const srpResponse = await testPool.srpResponse('jo')
    const { ChallengeResponses: right } = srpResponse
    const wrong = { ...right, PASSWORD_CLAIM_SIGNATURE: btoa('x'.repeat(32)) }
    const apiError = await testPool.refused('RespondToAuthChallenge', {
      ...srpResponse,
      ChallengeResponses: wrong,
    })
    expect(apiError).toEqual(INCORRECT)
    tokensOf(await testPool.call('RespondToAuthChallenge', srpResponse))
  })

  test('the challenge has the real username, a stable salt and no session', async () => {
    const testPool = await openTestPool({ pool: { AliasAttributes: ['email'] } })
    const first = await testPool.startSrp('jo@example.com', 'ab')
    const second = await testPool.startSrp('jo', 'ab')
    expect(first).not.toHaveProperty('Session')
    expect(first.ChallengeParameters).toMatchObject({
      USERNAME: 'jo',
      USER_ID_FOR_SRP: 'jo',
      SALT: second.ChallengeParameters?.['SALT'],
    })
    expect(first.ChallengeParameters?.['SALT']).toMatch(/^(?!00)[0-9a-f]{32}$/)
    expect(first.ChallengeParameters?.['SRP_B']).not.toBe(second.ChallengeParameters?.['SRP_B'])
  })

  // N itself and multiples of it.
  test.each([0n, N, N << 8n])('refuses an A that makes the key predictable (%#)', async (A) => {
    const testPool = await openTestPool()
    const { ChallengeParameters: given = {} } = await testPool.startSrp('jo', A.toString(16))
    const timestamp = 'Tue Sep 1 09:05:07 UTC 2026'
    const block = fromBase64(given['SECRET_BLOCK'] ?? '') ?? utf8('')
    // With such an A the server's S is zero, so an attacker can compute the key.
    const u = await sha256(concat(pad(A), pad(BigInt(`0x${given['SRP_B']}`))))
    const prk = await hmacSha256(pad(BigInt(`0x${toHex(u)}`)), new Uint8Array([0]))
    const okm = await hmacSha256(prk, concat(utf8('Caldera Derived Key'), new Uint8Array([1])))
    const identity = { poolId: testPool.pool.id, username: 'jo' }
    const srpResponse = await claimSignature(okm.slice(0, 16), identity, block, timestamp)
    const answer = {
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeResponses: {
        USERNAME: 'jo',
        TIMESTAMP: timestamp,
        PASSWORD_CLAIM_SIGNATURE: toBase64(srpResponse),
        PASSWORD_CLAIM_SECRET_BLOCK: given['SECRET_BLOCK'],
      },
    }
    expect(await testPool.refused('RespondToAuthChallenge', answer)).toEqual(INCORRECT)
  })

  test.each([
    ['xyz', 'Member must satisfy regular expression pattern: ^[0-9a-fA-F]+$'],
    ['a'.repeat(1537), 'Member must have length less than or equal to 1536'],
  ])('validates SRP_A %#', async (A, rule) => {
    const testPool = await openTestPool()
    const input = { AuthFlow: 'USER_SRP_AUTH', AuthParameters: { USERNAME: 'jo', SRP_A: A } }
    expect(await testPool.refused('InitiateAuth', input)).toEqual(
      invalid(
        `1 validation error detected: Value '${A}' at 'sRPA' failed to satisfy constraint: ${rule}`,
      ),
    )
  })

  test.each(['Tue Sep 1 09:05:07 UTC 2026', 'Thu Jan 1 00:00:00 UTC 1970'])(
    'does not check the age of a timestamp: %s',
    async (timestamp) => {
      const testPool = await openTestPool()
      const srpResponse = await testPool.srpResponse('jo', PASSWORD, timestamp)
      expect(await testPool.call('RespondToAuthChallenge', srpResponse)).toHaveProperty(
        'AuthenticationResult',
      )
    },
  )

  test.each([
    'Tue Sep 01 09:05:07 UTC 2026',
    'Mon Sep 1 09:05:07 UTC 2026',
    'tue sep 1 09:05:07 UTC 2026',
    'Tue Sep 1 09:05:07 GMT 2026',
  ])('the proof has to cover the canonical timestamp: %s', async (timestamp) => {
    const testPool = await openTestPool()
    const srpResponse = await testPool.srpResponse('jo', PASSWORD, timestamp)
    expect(await testPool.refused('RespondToAuthChallenge', srpResponse)).toEqual(INCORRECT)
  })

  test.each([
    'Tue Sep 1 09:05:07 CEST 2026',
    '2026-09-01T09:05:07Z',
    'Di Sep 1 09:05:07 UTC 2026',
    'Tue Sept 1 09:05:07 UTC 2026',
  ])('refuses an unreadable timestamp: %s', async (timestamp) => {
    const testPool = await openTestPool()
    const srpResponse = await testPool.srpResponse('jo', PASSWORD, timestamp)
    expect(await testPool.refused('RespondToAuthChallenge', srpResponse)).toEqual(
      invalid('TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.'),
    )
  })

  test('reports missing parameters in order', async () => {
    const testPool = await openTestPool()
    const given: Record<string, string> = {}
    const respond = () =>
      testPool.refused('RespondToAuthChallenge', {
        ChallengeName: 'PASSWORD_VERIFIER',
        ChallengeResponses: given,
      })
    expect(await respond()).toEqual(invalid('Missing required parameter challenge responses.'))
    given['SOMETHING'] = 'else'
    for (const key of [
      'USERNAME',
      'TIMESTAMP',
      'PASSWORD_CLAIM_SIGNATURE',
      'PASSWORD_CLAIM_SECRET_BLOCK',
    ]) {
      expect(await respond()).toEqual(invalid(`Missing required parameter ${key}`))
      given[key] = key === 'TIMESTAMP' ? 'Tue Sep 1 09:05:07 UTC 2026' : 'not*base64'
    }
    expect(await respond()).toEqual(
      invalid('Invalid PASSWORD_CLAIM_SIGNATURE format. Must be a Base64 string.'),
    )
  })

  test.each([
    ['of garbage', (block: string) => btoa(block)],
    ['that is not base64', () => '*'],
    ['too short to have been sealed', () => 'AAAA'],
  ])('refuses a secret block %s', async (_, spoil) => {
    const testPool = await openTestPool()
    const { ChallengeResponses: right, ...srpResponse } = await testPool.srpResponse('jo')
    const block = spoil(right.PASSWORD_CLAIM_SECRET_BLOCK)
    const ChallengeResponses = { ...right, PASSWORD_CLAIM_SECRET_BLOCK: block }
    expect(
      await testPool.refused('RespondToAuthChallenge', { ...srpResponse, ChallengeResponses }),
    ).toEqual(INCORRECT)
  })

  test('refuses the secret block of another client or user', async () => {
    const testPool = await openTestPool()
    await testPool.addTestUser('kim')
    const srpResponse = await testPool.srpResponse('jo')
    const otherClient = { ClientId: testPool.makeClient().id, ...srpResponse }
    expect(await testPool.refused('RespondToAuthChallenge', otherClient)).toEqual(INCORRECT)
    const ChallengeResponses = { ...srpResponse.ChallengeResponses, USERNAME: 'kim' }
    expect(
      await testPool.refused('RespondToAuthChallenge', { ...srpResponse, ChallengeResponses }),
    ).toEqual(INCORRECT)
  })
})
