import type {
  CreateUserPoolRequest,
  UpdateUserPoolRequest,
} from '@aws-sdk/client-cognito-identity-provider'
import { CognitoError, invalidParameter } from '#local-cognito/errors.ts'
import type { Pool } from '#local-cognito/records.ts'
import type { Store } from '#local-cognito/store.ts'
import { checkAcrNames } from './acr.ts'
import { trackingNeedsEssentials, tracksSessions } from './sessionConfig.ts'

/** @throws CognitoError for contradictory settings */
export function checkPoolSettings(
  input: CreateUserPoolRequest | UpdateUserPoolRequest,
  mfa: Pool['mfa'],
) {
  checkAcrNames(input)
  const wantsMfa = (input.MfaConfiguration ?? 'OFF') !== 'OFF'
  if (wantsMfa && !input.SmsConfiguration && !hasFactor(mfa))
    throw invalidParameter(
      'SMS configuration and Auto verification for phone_number are required when MFA is required/optional',
    )
}

/** @throws CognitoError for a schema or sign-in options that no pool can have */
export function checkNewPool(input: CreateUserPoolRequest) {
  if (input.AliasAttributes?.length && input.UsernameAttributes?.length)
    throw invalidParameter(
      'Only one of the aliasAttributes or usernameAttributes can be set in a User pool.',
    )
}

/**
 * @throws CognitoError where the pool or one of its clients uses a feature that the new tier lacks
 */
export function checkTier(store: Store, pool: Pool, tier: Pool['settings']['UserPoolTier']) {
  const rotating = [...store.clients.values()].some(
    (client) =>
      client.poolId === pool.id && client.settings.RefreshTokenRotation?.Feature === 'ENABLED',
  )
  if (tier === 'LITE' && rotating) throw rotationNeedsEssentials()
  if (tier === 'LITE' && tracksSessions(pool)) throw trackingNeedsEssentials()
}

export const rotationNeedsEssentials = () =>
  new CognitoError(
    'FeatureUnavailableInTierException',
    'The following features need to be disabled for the LITE pricing tier configured: Refresh Token Rotation',
  )

export const hasFactor = ({
  SmsMfaConfiguration: sms,
  SoftwareTokenMfaConfiguration: totp,
  EmailMfaConfiguration: email,
}: Pool['mfa']) =>
  sms?.SmsConfiguration !== undefined || totp?.Enabled === true || email !== undefined
