import type { PortalConfig } from '../../src/config/portalConfig.ts'
import { passkeyRelyingPartyId, poolDomain, type StackSettings } from './stackSettings.ts'

/** The sections of `portal.config.json` that the stack decides; name, colours and links are not among them. */
type StackConfig = Partial<{ [Section in keyof PortalConfig]: Partial<PortalConfig[Section]> }>

/** The portal's config for this pool. `cognito` holds CDK tokens that CloudFormation fills in. */
export function portalConfig(
  settings: StackSettings,
  cognito: Pick<PortalConfig['cognito'], 'region' | 'userPoolId' | 'userPoolClientId'>,
): StackConfig {
  const { pool, session, federation, api, events } = settings
  const passkeys = passkeyRelyingPartyId(settings) !== undefined
  return {
    cognito,
    passwordPolicy: {
      minimumLength: 15,
      requireLowercase: false,
      requireUppercase: false,
      requireNumbers: false,
      requireSymbols: false,
    },
    signIn: {
      // Asks for the email first if users can choose a method after it.
      flow: passkeys || pool.emailSignIn ? 'USER_AUTH' : 'USER_SRP_AUTH',
      passkeys,
      // `PortalUserPool` sets the FactorConfiguration for it.
      ...(passkeys && { passkeyMfa: true }),
      secondFactors: ['SOFTWARE_TOKEN_MFA', ...(pool.emailMfa ? ['EMAIL_OTP'] : [])],
    },
    signUp: { enabled: pool.selfSignUp },
    profile: { attributes: pool.attributes },
    ...(federation && {
      federation: {
        domain: poolDomain(federation, cognito.region),
        providers: federation.providers,
      },
    }),
    ...(api.origins.length > 0 && { api }),
    ...(events && { events }),
    session: { refreshTokenValiditySeconds: session.refreshTokenHours * 3600 },
  }
}
