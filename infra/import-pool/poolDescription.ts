import type {
  AuthFactorType,
  ExplicitAuthFlowsType,
  GetUserPoolMfaConfigResponse,
  IdentityProviderType,
  TimeUnitsType,
  UserPoolClientType,
  UserPoolType,
} from '@aws-sdk/client-cognito-identity-provider'

/** A pool and one of its app clients, as AWS describes them. */
export interface PoolDescription {
  pool: UserPoolType
  client: UserPoolClientType
  mfa: GetUserPoolMfaConfigResponse
  /** The identity providers that the client offers, in its order. */
  providers: IdentityProviderType[]
}

type OfClient = Pick<PoolDescription, 'client'>

// The functions below add AWS's defaults to what a description leaves out.

const defaultFlows: ExplicitAuthFlowsType[] = [
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_CUSTOM_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
]

/**
 * The flows of a client. Without any, three are allowed; legacy names without `ALLOW_` only add to these
 * three, except for CUSTOM_AUTH_FLOW_ONLY.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolClientType.html
 */
export function flowsOf({ client }: OfClient): ExplicitAuthFlowsType[] {
  const set = client.ExplicitAuthFlows ?? []
  if (set.some((flow) => flow.startsWith('ALLOW_'))) return set
  const isCustomOnly = set.includes('CUSTOM_AUTH_FLOW_ONLY')
  const defaults = defaultFlows.filter((flow) => !isCustomOnly || flow !== 'ALLOW_USER_SRP_AUTH')
  return [...defaults, ...set]
}

export type SignInFlow = 'USER_SRP_AUTH' | 'USER_AUTH' | 'CUSTOM_AUTH'

/** The flows with which the portal can start a sign-in, the preferred first. */
export function signInFlows(described: Pick<PoolDescription, 'pool' | 'client'>): SignInFlow[] {
  const flows = flowsOf(described)
  const isCustom =
    flows.includes('ALLOW_CUSTOM_AUTH') && described.pool.LambdaConfig?.DefineAuthChallenge
  return [
    ...(flows.includes('ALLOW_USER_SRP_AUTH') ? (['USER_SRP_AUTH'] as const) : []),
    ...(flows.includes('ALLOW_USER_AUTH') ? (['USER_AUTH'] as const) : []),
    ...(isCustom ? (['CUSTOM_AUTH'] as const) : []),
  ]
}

/** The factors that users can start a USER_AUTH sign-in with. */
export const firstFactorsOf = ({ pool }: Pick<PoolDescription, 'pool'>): AuthFactorType[] =>
  pool.Policies?.SignInPolicy?.AllowedFirstAuthFactors ?? ['PASSWORD']

/** The second factors under Cognito's names, in its order. */
export function secondFactorsOf({ mfa }: Pick<PoolDescription, 'mfa'>): string[] {
  if ((mfa.MfaConfiguration ?? 'OFF') === 'OFF') return []
  return [
    ...(mfa.SmsMfaConfiguration ? ['SMS_MFA'] : []),
    ...(mfa.SoftwareTokenMfaConfiguration?.Enabled ? ['SOFTWARE_TOKEN_MFA'] : []),
    ...(mfa.EmailMfaConfiguration ? ['EMAIL_OTP'] : []),
  ]
}

/** Whether a passkey counts as two factors. If not, users with a second factor cannot sign in with one. */
export const allowsPasskeyMfa = ({ mfa }: Pick<PoolDescription, 'mfa'>): boolean =>
  mfa.WebAuthnConfiguration?.FactorConfiguration === 'MULTI_FACTOR_WITH_USER_VERIFICATION'

const seconds = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } satisfies Record<
  TimeUnitsType,
  number
>

/** Validity of an access token in seconds; an hour by default. */
export function accessSeconds({ client }: OfClient): number {
  const unit = client.TokenValidityUnits?.AccessToken ?? 'hours'
  return (client.AccessTokenValidity || 3600 / seconds[unit]) * seconds[unit]
}

/** Validity of a refresh token in seconds; 30 days by default and for 0. */
export function refreshSeconds({ client }: OfClient): number {
  const unit = client.TokenValidityUnits?.RefreshToken ?? 'days'
  return (client.RefreshTokenValidity || (30 * seconds.days) / seconds[unit]) * seconds[unit]
}

export const rotates = ({ client }: OfClient): boolean =>
  client.RefreshTokenRotation?.Feature === 'ENABLED'

/** Whether users can sign in with the providers: AWS needs all three. */
export const federates = ({ client, providers }: PoolDescription): boolean =>
  providers.length > 0 &&
  client.AllowedOAuthFlowsUserPoolClient === true &&
  (client.AllowedOAuthFlows ?? []).includes('code')

/** A duration in words, such as "30 days". */
export function inWords(duration: number): string {
  const units = ['days', 'hours', 'minutes', 'seconds'] as const
  const unit = units.find((one) => duration % seconds[one] === 0) ?? 'seconds'
  const count = duration / seconds[unit]
  return `${count} ${count === 1 ? unit.slice(0, -1) : unit}`
}
