import { Duration } from 'aws-cdk-lib'
import * as cognito from 'aws-cdk-lib/aws-cognito'
import type { StackSettings } from './stackSettings.ts'

/**
 * Cognito's names of the attributes that users may write themselves, and CDK's names of the same.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html
 */
export const standardAttributes: Record<string, keyof cognito.StandardAttributesMask> = {
  address: 'address',
  birthdate: 'birthdate',
  email: 'email',
  family_name: 'familyName',
  gender: 'gender',
  given_name: 'givenName',
  locale: 'locale',
  middle_name: 'middleName',
  name: 'fullname',
  nickname: 'nickname',
  phone_number: 'phoneNumber',
  picture: 'profilePicture',
  preferred_username: 'preferredUsername',
  profile: 'profilePage',
  website: 'website',
  zoneinfo: 'timezone',
}

/** Adds the app client of the portal: a public one, since a browser cannot keep a secret. */
export function addPortalClient(
  pool: cognito.UserPool,
  { pool: { attributes }, session, federation }: StackSettings,
  siteUrl: string,
): cognito.UserPoolClient {
  return pool.addClient('Client', {
    generateSecret: false,
    // USER_AUTH also signs a new user in right after the sign-up code (ConfirmSignUp's session).
    authFlows: { userSrp: true, user: true },
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    // Within it, an answer that is late or lost can be requested again; triggers may take several seconds.
    // 60 is the maximum. Excludes ALLOW_REFRESH_TOKEN_AUTH.
    refreshTokenRotationGracePeriod: Duration.seconds(60),
    accessTokenValidity: Duration.minutes(session.accessTokenMinutes),
    idTokenValidity: Duration.minutes(session.idTokenMinutes),
    refreshTokenValidity: Duration.hours(session.refreshTokenHours),
    authSessionValidity: Duration.minutes(session.signInMinutes),
    readAttributes: clientAttributes(attributes, {
      emailVerified: true,
      phoneNumberVerified: attributes.includes('phone_number'),
    }),
    // Listed one by one: by default, users may write every attribute of their account.
    writeAttributes: clientAttributes(attributes),
    supportedIdentityProviders: [
      cognito.UserPoolClientIdentityProvider.COGNITO,
      ...(federation?.providers ?? []).map(({ name }) =>
        cognito.UserPoolClientIdentityProvider.custom(name),
      ),
    ],
    ...(federation ? { oAuth: codeGrant(siteUrl) } : { disableOAuth: true }),
  })
}

const codeGrant = (siteUrl: string) => ({
  flows: { authorizationCodeGrant: true, implicitCodeGrant: false, clientCredentials: false },
  // The default of `federation.scopes` in portal.config.json.
  scopes: [
    cognito.OAuthScope.OPENID,
    cognito.OAuthScope.EMAIL,
    cognito.OAuthScope.PROFILE,
    cognito.OAuthScope.COGNITO_ADMIN,
  ],
  callbackUrls: [`${siteUrl}/sign-in/callback`],
  logoutUrls: [`${siteUrl}/sign-in`],
})

/** @param more attributes that Cognito alone writes, such as whether an address is verified. */
function clientAttributes(names: string[], more: cognito.StandardAttributesMask = {}) {
  const mask = names.map((name) => [standardAttributes[name] ?? name, true] as const)
  return new cognito.ClientAttributes().withStandardAttributes({
    ...Object.fromEntries(mask),
    ...more,
  })
}
