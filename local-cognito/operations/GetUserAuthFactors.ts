import type {
  AuthFactorType,
  GetUserAuthFactorsRequest,
  GetUserAuthFactorsResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { CognitoError } from '#local-cognito/errors.ts'
import * as members from '#local-cognito/http/members.ts'
import type { User } from '#local-cognito/records.ts'
import { callerOf } from '#local-cognito/tokens/accessToken.ts'
import { describeMfaPreference } from '#local-cognito/users/mfaPreference.ts'
import { operation } from './operation.ts'

/**
 * Lists the factors that the user has, whether or not the pool allows them.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUserAuthFactors.html
 */
export const GetUserAuthFactors = operation<GetUserAuthFactorsRequest, GetUserAuthFactorsResponse>({
  members: { AccessToken: members.token.required },

  async run(input, cognito) {
    const { user, pool } = await callerOf(cognito, input.AccessToken)
    const isLite = pool.settings.UserPoolTier === 'LITE'
    if (isLite && cognito.assumptions.userAuthFactorsOnLite === 'areRefused')
      throw new CognitoError(
        'FeatureUnavailableInTierException',
        'Authentication factors are not available in the LITE pricing tier.',
      )
    return {
      Username: user.username,
      ConfiguredUserAuthFactors: factorsOf(user),
      ...describeMfaPreference(user),
    }
  },
})

function factorsOf(user: User): AuthFactorType[] {
  const { email_verified: email, phone_number_verified: phone } = user.attributes
  return [
    ...(user.verifier ? (['PASSWORD'] as const) : []),
    ...(email === 'true' ? (['EMAIL_OTP'] as const) : []),
    ...(phone === 'true' ? (['SMS_OTP'] as const) : []),
    ...(user.passkeys?.length ? (['WEB_AUTHN'] as const) : []),
    ...(user.softwareToken ? (['SOFTWARE_TOKEN'] as const) : []),
  ]
}
