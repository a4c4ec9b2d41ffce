import {
  accessSeconds,
  flowsOf,
  inWords,
  refreshSeconds,
  rotates,
  signInFlows,
} from '../poolDescription.ts'
import { type Check, type Checked, guide, reference } from './check.ts'

const flowGuide = guide('amazon-cognito-user-pools-authentication-flow-methods')
const permissions = `${guide('user-pool-settings-attributes')}#user-pool-settings-attribute-permissions-and-scopes`
const refreshing = guide('amazon-cognito-user-pools-using-the-refresh-token')

/** Flows, attributes and tokens of the app client. */
export const clientChecks: readonly Check[] = [
  {
    code: 'clientSecret',
    severity: 'dangerous',
    source: guide('user-pool-settings-client-apps'),
    applies: ({ client }) => client.ClientSecret !== undefined,
    sentence:
      'The app client has a secret. A browser cannot keep one, so the portal sends none and this client refuses it. A secret cannot be removed: create another client without one (GenerateSecret: false).',
  },
  {
    code: 'noFlow',
    severity: 'dangerous',
    source: flowGuide,
    applies: (checked) => signInFlows(checked).length === 0,
    sentence:
      'The app client has no sign-in flow that the portal supports. Add ALLOW_USER_SRP_AUTH, or ALLOW_USER_AUTH if users choose between password, code and passkey.',
  },
  {
    code: 'passwordFlow',
    severity: 'unwise',
    source: flowGuide,
    applies: (checked) => flowAmong(passwordFlows, checked) !== undefined,
    sentence: (checked) =>
      `The app client has ${flowAmong(passwordFlows, checked)}, which sends the password itself. The portal uses SRP instead and never needs this flow, which is the easiest one for guessing passwords. Remove it from ExplicitAuthFlows.`,
  },
  {
    code: 'adminFlow',
    severity: 'unwise',
    source: flowGuide,
    applies: (checked) => flowAmong(adminFlows, checked) !== undefined,
    sentence: (checked) =>
      `The app client has ${flowAmong(adminFlows, checked)}, which is for servers with AWS credentials. If one of your servers signs users in this way, give it a client of its own, and remove this flow from the portal's.`,
  },
  {
    code: 'userExistenceErrors',
    severity: 'unwise',
    source: guide('cognito-user-pool-managing-errors'),
    applies: ({ client }) => client.PreventUserExistenceErrors !== 'ENABLED',
    sentence:
      'The app client reveals which accounts exist: the error for an unknown user differs from the one for a wrong password. Set PreventUserExistenceErrors to ENABLED (the default is LEGACY).',
  },
  {
    code: 'allWritable',
    severity: 'unwise',
    source: permissions,
    applies: ({ client }) => !client.WriteAttributes,
    sentence: ({ pool }) => {
      const custom = (pool.SchemaAttributes ?? []).flatMap(({ Name = '', Mutable }) =>
        Mutable && Name.startsWith('custom:') ? Name : [],
      )
      const more = custom.length > 0 ? ` The pool also has ${custom.join(', ')}.` : ''
      return `The app client has no list of writable attributes, so a signed-in user can change every attribute of the own account by a call to Cognito, including those that no page offers.${more} Set WriteAttributes to those that users may change, and let no permission depend on one of them.`
    },
  },
  {
    code: 'customWritable',
    severity: 'unwise',
    source: permissions,
    applies: (checked) => customAttributes(checked).length > 0,
    sentence: (checked) =>
      `Users can write ${customAttributes(checked).join(', ')} themselves by a call to Cognito, whatever the pages offer. If a permission or a tenant depends on one of them, remove it from WriteAttributes and use groups. The portal shows these attributes read-only until profile.readOnly says otherwise.`,
  },
  {
    code: 'emailAlias',
    severity: 'unwise',
    source: reference('API_CreateUserPool'),
    applies: ({ pool }) => pool.AliasAttributes?.includes('email') === true,
    sentence:
      'The email address is an alias (AliasAttributes), so users cannot sign up with it: Cognito requires another user name, and reveals whether it is taken. This cannot be changed later; sign-up with an email address needs a pool with UsernameAttributes: email.',
  },
  {
    code: 'caseSensitive',
    severity: 'unwise',
    source: guide('user-pool-case-sensitivity'),
    applies: ({ pool }) => pool.UsernameConfiguration?.CaseSensitive !== false,
    sentence:
      'User names are case-sensitive: Ada@example.com and ada@example.com are two accounts, and a keyboard that capitalizes the first letter locks users out. This cannot be changed later; set UsernameConfiguration.CaseSensitive to false in the next pool.',
  },
  {
    code: 'revocationOff',
    severity: 'unwise',
    source: guide('token-revocation'),
    applies: ({ client }) => client.EnableTokenRevocation !== true,
    sentence:
      'Tokens cannot be revoked, so a copied refresh token still works after the user signs out. Set EnableTokenRevocation to true.',
  },
  {
    code: 'rotationOff',
    severity: 'note',
    source: refreshing,
    applies: (checked) => !rotates(checked),
    sentence:
      'Refresh tokens are not rotated: a copied one works unnoticed as long as the real one. Set RefreshTokenRotation to ENABLED with a grace period of 10 seconds, and remove ALLOW_REFRESH_TOKEN_AUTH, which AWS does not allow with it. Needs the Essentials plan.',
  },
  {
    code: 'noRefresh',
    severity: 'unwise',
    source: refreshing,
    applies: (checked) =>
      !rotates(checked) && !flowsOf(checked).includes('ALLOW_REFRESH_TOKEN_AUTH'),
    sentence: (checked) =>
      `The app client has neither refresh token rotation nor ALLOW_REFRESH_TOKEN_AUTH, so users may be signed out when the access token expires, after ${inWords(accessSeconds(checked))}. Set RefreshTokenRotation to ENABLED, or add the flow.`,
  },
  {
    code: 'accessTokenLong',
    severity: 'unwise',
    source: guide('amazon-cognito-user-pools-using-the-access-token'),
    applies: (checked) => accessSeconds(checked) > 3600,
    sentence: (checked) =>
      `Access tokens are valid for ${inWords(accessSeconds(checked))}. An API that verifies them locally accepts a stolen one for that long, even after sign-out. Set AccessTokenValidity to 15 minutes, an hour at most: the portal refreshes them.`,
  },
  {
    code: 'refreshTokenLong',
    severity: 'unwise',
    source: refreshing,
    applies: (checked) => refreshSeconds(checked) > 30 * 86_400,
    sentence: (checked) =>
      `Refresh tokens are valid for ${inWords(refreshSeconds(checked))}: an abandoned browser, or a copied token, can stay signed in for that long. Set RefreshTokenValidity to 30 days or less.`,
  },
]

const passwordFlows = ['ALLOW_USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH']
const adminFlows = ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH']

const flowAmong = (unwanted: string[], checked: Checked) =>
  flowsOf(checked).find((flow) => unwanted.includes(flow))

const customAttributes = ({ client }: Checked) =>
  (client.WriteAttributes ?? []).filter((name) => name.startsWith('custom:'))
