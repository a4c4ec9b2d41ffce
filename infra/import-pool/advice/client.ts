import {
  accessSeconds,
  flowsOf,
  inWords,
  refreshSeconds,
  rotates,
  signInFlows,
} from '../poolDescription.ts'
import { type Check, type Checked, dangerous, guide, note, reference, unwise } from './check.ts'

const flowGuide = guide('amazon-cognito-user-pools-authentication-flow-methods')
const permissions = `${guide('user-pool-settings-attributes')}#user-pool-settings-attribute-permissions-and-scopes`
const refreshing = guide('amazon-cognito-user-pools-using-the-refresh-token')

/** Flows, attributes and tokens of the app client. */
export const clientChecks: readonly Check[] = [
  dangerous(
    'clientSecret',
    guide('user-pool-settings-client-apps'),
    ({ client }) => client.ClientSecret !== undefined,
    'The app client has a secret. A browser cannot keep one, so the portal sends none and this client refuses it. A secret cannot be removed: create another client without one (GenerateSecret: false).',
  ),
  dangerous(
    'noFlow',
    flowGuide,
    (checked) => signInFlows(checked).length === 0,
    'The app client has no sign-in flow that the portal supports. Add ALLOW_USER_SRP_AUTH, or ALLOW_USER_AUTH if users choose between password, code and passkey.',
  ),
  unwise(
    'passwordFlow',
    flowGuide,
    (checked) => flowAmong(passwordFlows, checked) !== undefined,
    (checked) =>
      `The app client has ${flowAmong(passwordFlows, checked)}, which sends the password itself. The portal uses SRP instead and never needs this flow, which is the easiest one for guessing passwords. Remove it from ExplicitAuthFlows.`,
  ),
  unwise(
    'adminFlow',
    flowGuide,
    (checked) => flowAmong(adminFlows, checked) !== undefined,
    (checked) =>
      `The app client has ${flowAmong(adminFlows, checked)}, which is for servers with AWS credentials. If one of your servers signs users in this way, give it a client of its own, and remove this flow from the portal's.`,
  ),
  unwise(
    'userExistenceErrors',
    guide('cognito-user-pool-managing-errors'),
    ({ client }) => client.PreventUserExistenceErrors !== 'ENABLED',
    'The app client reveals which accounts exist: the error for an unknown user differs from the one for a wrong password. Set PreventUserExistenceErrors to ENABLED (the default is LEGACY).',
  ),
  unwise(
    'allWritable',
    permissions,
    ({ client }) => !client.WriteAttributes,
    ({ pool }) => {
      const custom = (pool.SchemaAttributes ?? []).flatMap(({ Name = '', Mutable }) =>
        Mutable && Name.startsWith('custom:') ? Name : [],
      )
      const more = custom.length > 0 ? ` The pool also has ${custom.join(', ')}.` : ''
      return `The app client has no list of writable attributes, so a signed-in user can change every attribute of the own account by a call to Cognito, including those that no page offers.${more} Set WriteAttributes to those that users may change, and let no permission depend on one of them.`
    },
  ),
  unwise(
    'customWritable',
    permissions,
    (checked) => customAttributes(checked).length > 0,
    (checked) =>
      `Users can write ${customAttributes(checked).join(', ')} themselves by a call to Cognito, whatever the pages offer. If a permission or a tenant depends on one of them, remove it from WriteAttributes and use groups. The portal shows these attributes read-only until profile.readOnly says otherwise.`,
  ),
  unwise(
    'emailAlias',
    reference('API_CreateUserPool'),
    ({ pool }) => pool.AliasAttributes?.includes('email') === true,
    'The email address is an alias (AliasAttributes), so users cannot sign up with it: Cognito requires another user name, and reveals whether it is taken. This cannot be changed later; sign-up with an email address needs a pool with UsernameAttributes: email.',
  ),
  unwise(
    'caseSensitive',
    guide('user-pool-case-sensitivity'),
    ({ pool }) => pool.UsernameConfiguration?.CaseSensitive !== false,
    'User names are case-sensitive: Ada@example.com and ada@example.com are two accounts, and a keyboard that capitalizes the first letter locks users out. This cannot be changed later; set UsernameConfiguration.CaseSensitive to false in the next pool.',
  ),
  unwise(
    'revocationOff',
    guide('token-revocation'),
    ({ client }) => client.EnableTokenRevocation !== true,
    'Tokens cannot be revoked, so a copied refresh token still works after the user signs out. Set EnableTokenRevocation to true.',
  ),
  note(
    'rotationOff',
    refreshing,
    (checked) => !rotates(checked),
    'Refresh tokens are not rotated: a copied one works unnoticed as long as the real one. Set RefreshTokenRotation to ENABLED with a grace period of 60 seconds, and remove ALLOW_REFRESH_TOKEN_AUTH, which AWS does not allow with it. Needs the Essentials plan.',
  ),
  unwise(
    'rotationGraceNone',
    refreshing,
    (checked) => rotates(checked) && graceSeconds(checked) === 0,
    "Refresh tokens are rotated without a grace period (RetryGracePeriodSeconds is 0, AWS's default): if the answer to a renewal is lost, as on a train, the user is signed out. Set it to 60.",
  ),
  note(
    'rotationGraceShort',
    refreshing,
    (checked) => rotates(checked) && graceSeconds(checked) > 0 && graceSeconds(checked) < 20,
    (checked) =>
      `The grace period of the rotation is ${inWords(graceSeconds(checked))}. Triggers at a renewal may take three times 5 seconds, and a retry after that comes too late: the user is signed out. Set RetryGracePeriodSeconds to 60.`,
  ),
  unwise(
    'noRefresh',
    refreshing,
    (checked) => !rotates(checked) && !flowsOf(checked).includes('ALLOW_REFRESH_TOKEN_AUTH'),
    (checked) =>
      `The app client has neither refresh token rotation nor ALLOW_REFRESH_TOKEN_AUTH, so users may be signed out when the access token expires, after ${inWords(accessSeconds(checked))}. Set RefreshTokenRotation to ENABLED, or add the flow.`,
  ),
  unwise(
    'accessTokenLong',
    guide('amazon-cognito-user-pools-using-the-access-token'),
    (checked) => accessSeconds(checked) > 3600,
    (checked) =>
      `Access tokens are valid for ${inWords(accessSeconds(checked))}. An API that verifies them locally accepts a stolen one for that long, even after sign-out. Set AccessTokenValidity to 15 minutes, an hour at most: the portal refreshes them.`,
  ),
  unwise(
    'refreshTokenLong',
    refreshing,
    (checked) => refreshSeconds(checked) > 30 * 86_400,
    (checked) =>
      `Refresh tokens are valid for ${inWords(refreshSeconds(checked))}: an abandoned browser, or a copied token, can stay signed in for that long. Set RefreshTokenValidity to 30 days or less.`,
  ),
]

const graceSeconds = ({ client }: Checked) =>
  client.RefreshTokenRotation?.RetryGracePeriodSeconds ?? 0

const passwordFlows = ['ALLOW_USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH']
const adminFlows = ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH']

const flowAmong = (unwanted: string[], checked: Checked) =>
  flowsOf(checked).find((flow) => unwanted.includes(flow))

const customAttributes = ({ client }: Checked) =>
  (client.WriteAttributes ?? []).filter((name) => name.startsWith('custom:'))
