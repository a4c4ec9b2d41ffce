import {
  type Arbitrary,
  anything,
  array,
  assert,
  constant,
  constantFrom,
  integer,
  type JsonValue,
  jsonValue,
  oneof,
  option,
  property,
  record,
  string,
} from 'fast-check'
import { describe, expect, it } from 'vitest'
import { VaultError } from '#vault/cognito/vaultError.ts'
import { makeToken } from '#test/support/makeToken.ts'
import {
  areOfOneFamily,
  claimsOf,
  deviceKeyOf,
  isExpired,
  isReadable,
  isRenewalDue,
  readTokenResponse,
} from './tokens.ts'

const numRuns = 1000
const clientId = 'client'

/** An answer without delay. */
const atOnce = (at: number) => ({ sentAt: at, receivedAt: at })

const text = string({ unit: 'binary' })
const seconds = integer({ min: 0, max: 2 ** 33 })

/** Claims of a person who has any name, in any script, and any groups. */
const person = record({
  sub: text,
  username: text,
  groups: option(array(text), { nil: undefined }),
  email: option(text, { nil: undefined }),
  device_key: option(text, { nil: undefined }),
  iat: seconds,
  lifetime: integer({ min: 1, max: 86_400 }),
  auth_time: seconds,
})

type Person = typeof person extends Arbitrary<infer Value> ? Value : never

function tokensOf({ sub, username, groups, email, device_key, iat, lifetime, auth_time }: Person) {
  const common = { sub, iat, exp: iat + lifetime, auth_time }
  return {
    IdToken: makeToken({
      ...common,
      token_use: 'id',
      aud: clientId,
      'cognito:username': username,
      'cognito:groups': groups,
      email,
    }),
    AccessToken: makeToken({ ...common, token_use: 'access', client_id: clientId, device_key }),
    RefreshToken: 'opaque',
  }
}

/** Claims that lack one, or have one of another type. */
const almostClaims = record(
  {
    sub: oneof(constant('a'), jsonValue()),
    exp: oneof(seconds, jsonValue()),
    iat: oneof(seconds, jsonValue()),
    auth_time: oneof(seconds, jsonValue()),
    token_use: constantFrom<JsonValue[]>('id', 'access', 'refresh', null),
    aud: constantFrom<JsonValue[]>(clientId, 'another', [clientId]),
    client_id: constantFrom<JsonValue[]>(clientId, 'another'),
    'cognito:username': oneof(constant('ada'), jsonValue()),
    'cognito:groups': oneof(constant(['admins']), jsonValue()),
    origin_jti: oneof(constant('family'), jsonValue()),
  },
  { requiredKeys: [] },
)

const anyToken = oneof(
  text,
  array(text, { maxLength: 4 }).map((parts) => parts.join('.')),
  jsonValue().map(makeToken),
  almostClaims.map(makeToken),
  person.chain((claims) => constantFrom(...Object.values(tokensOf(claims)))),
)

/** Returns what it returns, or the VaultError. @throws anything else */
function orVaultError<Result>(run: () => Result): Result | VaultError {
  try {
    return run()
  } catch (error) {
    if (error instanceof VaultError) return error
    throw error
  }
}

describe('tokens', () => {
  it('of any text are read, or refused with the name of the token', () => {
    assert(
      property(anyToken, anyToken, option(anyToken), (IdToken, AccessToken, RefreshToken) => {
        const result = { IdToken, AccessToken, ...(RefreshToken !== null && { RefreshToken }) }
        const read = orVaultError(() => readTokenResponse(result, clientId, atOnce(0)))
        const { code, field } =
          read instanceof VaultError ? read.data : { ...claimsOf(read), code: 'read', field: '' }
        expect([
          'unexpected IdToken',
          'unexpected AccessToken',
          'unexpected RefreshToken',
          'read ',
        ]).toContain(`${code} ${field}`)
      }),
      { numRuns },
    )
  })

  it('that were stored by another version are readable or not, and break nothing', () => {
    assert(
      property(anyToken, anyToken, anyToken, (idToken, accessToken, refreshToken) => {
        const stored = { idToken, accessToken, refreshToken, clockDriftMs: 0 }
        expect(areOfOneFamily(stored, stored)).toBeTypeOf('boolean')
        for (const read of [claimsOf, isExpired, isRenewalDue])
          expect(orVaultError(() => read(stored)) instanceof VaultError).toBe(!isReadable(stored))
      }),
      { numRuns },
    )
  })

  it('keep every claim, in any script, and put its times on this clock', () => {
    assert(
      property(person, seconds, option(integer({ min: 0 })), (claims, nowSeconds, validity) => {
        const now = nowSeconds * 1000
        const tokens = readTokenResponse(tokensOf(claims), clientId, atOnce(now))
        const drift = claims.iat * 1000 - now
        expect(claimsOf(tokens, validity ?? undefined)).toEqual({
          userId: claims.sub,
          username: claims.username,
          groups: claims.groups ?? [],
          ...(claims.email !== undefined && { email: claims.email }),
          signedInAt: claims.auth_time * 1000 - drift,
          accessIssuedAt: now,
          accessExpiresAt: now + claims.lifetime * 1000,
          ...(validity !== null && {
            sessionEndsAt: (claims.auth_time + validity) * 1000 - drift,
          }),
        })
        expect(deviceKeyOf(tokens)).toBe(claims.device_key)
      }),
      { numRuns },
    )
  })

  it('are never those of another client or of two users', () => {
    assert(
      property(person, person, text, (one, other, client) => {
        const { IdToken } = tokensOf(one)
        const { AccessToken, RefreshToken } = tokensOf(other)
        const mixed = { IdToken, AccessToken, RefreshToken }
        const read = orVaultError(() => readTokenResponse(mixed, clientId, atOnce(0)))
        expect(read instanceof VaultError).toBe(one.sub !== other.sub)
        const anothers = orVaultError(() => readTokenResponse(tokensOf(one), client, atOnce(0)))
        expect(anothers instanceof VaultError).toBe(client !== clientId)
      }),
      { numRuns },
    )
  })

  it('are not made of anything else than text', () => {
    assert(
      property(anything(), (payload) => {
        const token = makeToken(payload)
        expect(
          isReadable({ idToken: token, accessToken: token, refreshToken: 'a', clockDriftMs: 0 }),
        ).toBe(false)
      }),
      { numRuns },
    )
  })
})

describe('the clock of this machine', () => {
  const served = 1_000_000
  const issued = tokensOf({
    sub: 'ada',
    username: 'ada',
    groups: undefined,
    email: undefined,
    device_key: undefined,
    iat: served / 1000,
    lifetime: 900,
    auth_time: served / 1000,
  })
  it.each([
    ['is right', served - 100, served + 200, 0],
    ['is right, and the machine slept before the answer', served - 100, served + 3_600_000, 0],
    ['is a minute behind', served - 60_100, served - 60_000, 60_000],
    ['is a minute ahead', served + 60_000, served + 60_100, -60_000],
  ])('%s', (_, sentAt, receivedAt, drift) => {
    const { clockDriftMs } = readTokenResponse(issued, clientId, { sentAt, receivedAt })
    expect(clockDriftMs).toBe(drift)
  })
})
