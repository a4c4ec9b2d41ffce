import type {
  CreateUserPoolClientRequest,
  TimeUnitsType,
  UpdateUserPoolClientRequest,
} from '@aws-sdk/client-cognito-identity-provider'
import { CognitoError, invalidParameter } from '#local-cognito/errors.ts'
import type { Pool } from '#local-cognito/records.ts'
import { findProvider } from './identityProviders.ts'
import { rotationNeedsEssentials } from './poolRules.ts'
import { poolScopes } from './resourceServers.ts'

type Settings = CreateUserPoolClientRequest | UpdateUserPoolClientRequest

/**
 * @param hasSecret whether the client has one, or is to get one
 * @throws CognitoError for references to what the pool does not have, and for contradictory
 *   settings
 */
export function checkClientSettings(pool: Pool, input: Settings, hasSecret: boolean) {
  checkAttributes(pool, input)
  checkValidity(input)
  checkFlows(input.ExplicitAuthFlows ?? [])
  checkProviders(pool, input.SupportedIdentityProviders ?? [])
  checkOAuth(pool, input, hasSecret)
  if (input.RefreshTokenRotation?.Feature !== 'ENABLED') return
  if (pool.settings.UserPoolTier === 'LITE') throw rotationNeedsEssentials()
  if (input.ExplicitAuthFlows?.includes('ALLOW_REFRESH_TOKEN_AUTH'))
    throw invalidParameter(
      'ALLOW_REFRESH_TOKEN_AUTH is not a permitted ExplicitAuthFlow when refresh token rotation is enabled.',
    )
}

/** A client with a list of writable attributes must be able to write the required ones. */
function checkAttributes(pool: Pool, { ReadAttributes: read, WriteAttributes: write }: Settings) {
  const schema = pool.settings.SchemaAttributes ?? []
  const known = schema.flatMap(({ Name }) => Name ?? [])
  if (read?.some((name) => !known.includes(name)))
    throw invalidParameter('Invalid read attributes specified while creating a client')
  if (!write) return
  const neverWritable = ['sub', 'email_verified', 'phone_number_verified', 'identities']
  const required = schema.flatMap(({ Name = '', Required }) =>
    Required && Name !== 'sub' ? Name : [],
  )
  if (
    write.some((name) => !known.includes(name) || neverWritable.includes(name)) ||
    required.some((name) => !write.includes(name))
  )
    throw invalidParameter('Invalid write attributes specified while creating a client')
}

const SECONDS = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } satisfies Record<
  TimeUnitsType,
  number
>

/** Access and ID tokens last 5 minutes to a day, refresh tokens an hour to ten years. */
function checkValidity(input: Settings) {
  const units = input.TokenValidityUnits ?? {}
  const access = (input.AccessTokenValidity ?? 1) * SECONDS[units.AccessToken ?? 'hours']
  const id = (input.IdTokenValidity ?? 1) * SECONDS[units.IdToken ?? 'hours']
  const refresh = (input.RefreshTokenValidity || 30) * SECONDS[units.RefreshToken ?? 'days']
  const isShort = (seconds: number) => seconds >= 300 && seconds <= SECONDS.days
  const isLong = refresh >= SECONDS.hours && refresh <= 3650 * SECONDS.days
  const given = [
    ...(input.AccessTokenValidity === undefined ? [] : [access]),
    ...(input.IdTokenValidity === undefined ? [] : [id]),
  ]
  if (!given.every(isShort) || !isLong) throw invalidParameter('Invalid range for token validity.')
}

/** The service refuses mixed names; its message is not known. */
function checkFlows(flows: string[]) {
  const modern = flows.filter((flow) => flow.startsWith('ALLOW_'))
  if (modern.length > 0 && modern.length < flows.length)
    throw invalidParameter(
      'ExplicitAuthFlows with the ALLOW_ prefix cannot be combined with those without it.',
    )
}

/** Messages as reported of the service. */
function checkOAuth(
  pool: Pool,
  { AllowedOAuthFlows: flows = [], AllowedOAuthScopes: scopes = [] }: Settings,
  hasSecret: boolean,
) {
  const known = poolScopes(pool)
  if (scopes.some((scope) => !known.includes(scope)))
    throw new CognitoError('ScopeDoesNotExistException', 'Invalid scope requested.')
  if (!flows.includes('client_credentials')) return
  const refuse = (reason: string) =>
    new CognitoError(
      'InvalidOAuthFlowException',
      `client_credentials flow can not be selected ${reason}.`,
    )
  if (flows.length > 1) throw refuse('along with code flow or implicit flow')
  if (!hasSecret) throw refuse('if client does not have a client secret')
}

/** `COGNITO` is the pool itself. */
function checkProviders(pool: Pool, names: string[]) {
  for (const name of names)
    if (name !== 'COGNITO' && !findProvider(pool, name))
      throw invalidParameter(`The provider ${name} does not exist for User Pool ${pool.id}.`)
}
