import type {
  AuthFactorType,
  ExplicitAuthFlowsType,
  TimeUnitsType,
} from '@aws-sdk/client-cognito-identity-provider'
import type { PoolFacts } from './readPool.ts'

// What AWS leaves unsaid or says in several places, said once.

const flowsByDefault: ExplicitAuthFlowsType[] = [
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_CUSTOM_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
]

/**
 * The flows that a client has. One with none has three, and the names from before `ALLOW_` only add to
 * these, but for the one that says so.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolClientType.html
 */
export function flowsOf({ client }: Pick<PoolFacts, 'client'>): ExplicitAuthFlowsType[] {
  const set = client.ExplicitAuthFlows ?? []
  if (set.some((flow) => flow.startsWith('ALLOW_'))) return set
  const isCustomOnly = set.includes('CUSTOM_AUTH_FLOW_ONLY')
  const those = flowsByDefault.filter((flow) => !isCustomOnly || flow !== 'ALLOW_USER_SRP_AUTH')
  return [...those, ...set]
}

/** What people may begin a sign-in with where they choose; a password, unless the pool says more. */
export const firstFactorsOf = ({ pool }: Pick<PoolFacts, 'pool'>): AuthFactorType[] =>
  pool.Policies?.SignInPolicy?.AllowedFirstAuthFactors ?? ['PASSWORD']

/** Cognito's names of what may follow a password, in the order in which it says them. */
export function secondFactorsOf({ mfa }: Pick<PoolFacts, 'mfa'>): string[] {
  if ((mfa.MfaConfiguration ?? 'OFF') === 'OFF') return []
  return [
    ...(mfa.SmsMfaConfiguration ? ['SMS_MFA'] : []),
    ...(mfa.SoftwareTokenMfaConfiguration?.Enabled ? ['SOFTWARE_TOKEN_MFA'] : []),
    ...(mfa.EmailMfaConfiguration ? ['EMAIL_OTP'] : []),
  ]
}

const second = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } satisfies Record<
  TimeUnitsType,
  number
>

/** An hour, unless the client says otherwise. */
export function accessSeconds({ client }: Pick<PoolFacts, 'client'>): number {
  const unit = client.TokenValidityUnits?.AccessToken ?? 'hours'
  return (client.AccessTokenValidity || 3600 / second[unit]) * second[unit]
}

/** Thirty days, unless the client says otherwise; 0 says nothing. */
export function refreshSeconds({ client }: Pick<PoolFacts, 'client'>): number {
  const unit = client.TokenValidityUnits?.RefreshToken ?? 'days'
  return (client.RefreshTokenValidity || (30 * second.days) / second[unit]) * second[unit]
}

export const rotates = ({ client }: Pick<PoolFacts, 'client'>): boolean =>
  client.RefreshTokenRotation?.Feature === 'ENABLED'

/** Whether people can be sent to the providers: AWS asks for all three. */
export const federates = ({ client, providers }: PoolFacts): boolean =>
  providers.length > 0 &&
  client.AllowedOAuthFlowsUserPoolClient === true &&
  (client.AllowedOAuthFlows ?? []).includes('code')

/** How long people would say it is. */
export function spoken(seconds: number): string {
  const units = ['days', 'hours', 'minutes', 'seconds'] as const
  const unit = units.find((one) => seconds % second[one] === 0) ?? 'seconds'
  const count = seconds / second[unit]
  return `${count} ${count === 1 ? unit.slice(0, -1) : unit}`
}
