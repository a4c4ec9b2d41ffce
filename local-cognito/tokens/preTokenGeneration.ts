import type { Cognito } from '#local-cognito/cognito.ts'
import { eventAttributes, invokeTrigger, unrecognizable } from '#local-cognito/invokeTrigger.ts'
import type { TriggerEvents } from '#local-cognito/triggers.ts'
import { roleClaims, scopesOf, type TokenContext } from './claims.ts'

type Response = TriggerEvents['PreTokenGeneration']['response']
type Details = NonNullable<Response['claimsAndScopeOverrideDetails']>
type Claims = Record<string, unknown>

/** Changes that PreTokenGeneration makes to the claims, in the form of version 2. */
export type ClaimOverrides = Details

/** `version` of the event, by `LambdaVersion`. */
const VERSIONS = { V1_0: '1', V2_0: '2', V3_0: '3' } as const

/**
 * Asks the pool's PreTokenGeneration trigger what the tokens shall say. A function of version 1
 * changes the ID token and the groups only.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
 * @throws CognitoError where the trigger fails
 */
export async function preTokenGeneration(
  cognito: Cognito,
  { pool, client, user, family }: TokenContext,
): Promise<ClaimOverrides> {
  const { LambdaVersion = 'V1_0' } = pool.settings.LambdaConfig?.PreTokenGenerationConfig ?? {}
  const isFirst = LambdaVersion === 'V1_0'
  const roles = roleClaims(cognito, user)
  const response = await invokeTrigger(cognito, pool, 'PreTokenGeneration', {
    source: `TokenGeneration_${cognito.tokenSource ?? 'Authentication'}`,
    userName: user.username,
    client,
    version: VERSIONS[LambdaVersion],
    request: {
      userAttributes: eventAttributes(user),
      groupConfiguration: {
        groupsToOverride: user.groups,
        iamRolesToOverride: roles['cognito:roles'] ?? [],
        preferredRole: roles['cognito:preferred_role'] ?? null,
      },
      ...(!isFirst && { scopes: scopesOf(family) }),
    },
    response: isFirst ? { claimsOverrideDetails: null } : { claimsAndScopeOverrideDetails: null },
  })
  if (!isFirst) return response?.claimsAndScopeOverrideDetails ?? {}
  const { groupOverrideDetails, ...idTokenGeneration } = response?.claimsOverrideDetails ?? {}
  // Objects and lists came with version 2.
  const values = Object.values(idTokenGeneration.claimsToAddOrOverride ?? {})
  if (values.some((value) => typeof value === 'object')) throw unrecognizable()
  return { idTokenGeneration, ...(groupOverrideDetails && { groupOverrideDetails }) }
}

/** Claims that a trigger can neither add, change nor suppress. The developer guide has a list; this one is assumed. */
const FIXED = ['acr', 'amr', 'at_hash', 'auth_time', 'azp', 'exp', 'iat', 'iss', 'jti', 'nbf']
const FIXED_TOO = ['nonce', 'origin_jti', 'sub', 'token_use', 'event_id']
const FIXED_IN_ID = ['aud', 'cognito:username', 'identities']
const FIXED_IN_ACCESS = ['client_id', 'device_key', 'scope', 'username', 'version']

export function overrideIdClaims(claims: Claims, overrides: ClaimOverrides): Claims {
  const { groupOverrideDetails: groups } = overrides
  const changed = changeClaims(withGroups(claims, overrides), overrides.idTokenGeneration, [
    ...FIXED,
    ...FIXED_TOO,
    ...FIXED_IN_ID,
  ])
  return {
    ...changed,
    ...(groups?.iamRolesToOverride && { 'cognito:roles': groups.iamRolesToOverride }),
    ...(groups?.preferredRole && { 'cognito:preferred_role': groups.preferredRole }),
  }
}

export function overrideAccessClaims(claims: Claims, overrides: ClaimOverrides): Claims {
  const { accessTokenGeneration: changes } = overrides
  const changed = changeClaims(withGroups(claims, overrides), changes, [
    ...FIXED,
    ...FIXED_TOO,
    ...FIXED_IN_ACCESS,
  ])
  const removed = new Set(changes?.scopesToSuppress)
  const scopes = String(claims['scope'])
    .split(' ')
    .filter((scope) => !removed.has(scope))
  const added = changes?.scopesToAdd ?? []
  return { ...changed, scope: [...new Set([...scopes, ...added])].join(' ') }
}

function withGroups(claims: Claims, { groupOverrideDetails }: ClaimOverrides): Claims {
  const groups = groupOverrideDetails?.groupsToOverride
  if (!groups) return claims
  const { 'cognito:groups': _, ...others } = claims
  return groups.length > 0 ? { ...others, 'cognito:groups': groups } : others
}

function changeClaims(
  claims: Claims,
  changes: Details['idTokenGeneration'],
  fixed: string[],
): Claims {
  const isFree = (name: string) => !fixed.includes(name)
  const suppressed = (changes?.claimsToSuppress ?? []).filter(isFree)
  const added = Object.entries(changes?.claimsToAddOrOverride ?? {}).filter(([name]) =>
    isFree(name),
  )
  const all = [...Object.entries(claims), ...added]
  return Object.fromEntries(all.filter(([name]) => !suppressed.includes(name)))
}
