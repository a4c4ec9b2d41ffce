import type { PortalConfig } from '../../src/config/portalConfig.ts'
import { poolDomain } from './poolDomain.ts'
import type { StackSettings } from './stackSettings.ts'
import { passkeyRelyingPartyId } from './waysIn.ts'

/** The sections of `portal.config.json` that follow from the stack; names, colours and links do not. */
type StackConfig = Partial<{ [Section in keyof PortalConfig]: Partial<PortalConfig[Section]> }>

/** What the portal has to know of this pool. `cognito` holds tokens, to be filled in by CloudFormation. */
export function portalConfig(
  settings: StackSettings,
  cognito: Pick<PortalConfig['cognito'], 'region' | 'userPoolId' | 'userPoolClientId'>,
): StackConfig {
  const { pool, session, federation, api } = settings
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
      // By the name first, where there is something to choose from after it.
      flow: passkeys || pool.emailSignIn ? 'USER_AUTH' : 'USER_SRP_AUTH',
      passkeys,
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
    session: { refreshTokenValiditySeconds: session.refreshTokenHours * 3600 },
  }
}
