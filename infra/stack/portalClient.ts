import { Duration } from 'aws-cdk-lib'
import {
  OAuthScope,
  type UserPool,
  type UserPoolClient,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito'
import type { StackSettings } from './stackSettings.ts'
import { clientAttributes } from './standardAttributes.ts'

/** Adds the app client of the portal: public, since a browser keeps no secrets. */
export function addPortalClient(
  pool: UserPool,
  { pool: { attributes }, session, federation }: StackSettings,
  siteUrl: string,
): UserPoolClient {
  return pool.addClient('Client', {
    generateSecret: false,
    // USER_AUTH is also how a new account is signed in with the proof that its code was given.
    authFlows: { userSrp: true, user: true },
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    // Cognito lets an answer that got lost be asked for again for so long. Excludes ALLOW_REFRESH_TOKEN_AUTH.
    refreshTokenRotationGracePeriod: Duration.seconds(10),
    accessTokenValidity: Duration.minutes(session.accessTokenMinutes),
    idTokenValidity: Duration.minutes(session.idTokenMinutes),
    refreshTokenValidity: Duration.hours(session.refreshTokenHours),
    authSessionValidity: Duration.minutes(session.signInMinutes),
    readAttributes: clientAttributes(attributes, {
      emailVerified: true,
      phoneNumberVerified: attributes.includes('phone_number'),
    }),
    // Named one by one: Cognito's default lets people write every attribute about themselves.
    writeAttributes: clientAttributes(attributes),
    supportedIdentityProviders: [
      UserPoolClientIdentityProvider.COGNITO,
      ...(federation?.providers ?? []).map(({ name }) =>
        UserPoolClientIdentityProvider.custom(name),
      ),
    ],
    ...(federation ? { oAuth: codeGrant(siteUrl) } : { disableOAuth: true }),
  })
}

const codeGrant = (siteUrl: string) => ({
  flows: { authorizationCodeGrant: true, implicitCodeGrant: false, clientCredentials: false },
  // `federation.scopes` of portal.config.json, as the portal fills it in.
  scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE, OAuthScope.COGNITO_ADMIN],
  callbackUrls: [`${siteUrl}/sign-in/callback`],
  logoutUrls: [`${siteUrl}/sign-in`],
})
