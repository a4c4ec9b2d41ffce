import { accessSeconds, federates, inWords } from '../poolDescription.ts'
import { type Check, type Checked, dangerous, guide, note, reference, unwise } from './check.ts'

const urls = reference('API_UserPoolClientType')
const scopeGuide = guide('cognito-user-pools-define-resource-servers')

/** The domain of the pool, and OAuth settings of the client. */
export const domainChecks: readonly Check[] = [
  unwise(
    'implicitFlow',
    'https://www.rfc-editor.org/rfc/rfc9700#section-2.1.2',
    ({ client }) => client.AllowedOAuthFlows?.includes('implicit') === true,
    'The app client allows the implicit flow, which puts tokens into URLs, and so into histories and logs. The portal uses codes with PKCE. Remove implicit from AllowedOAuthFlows.',
  ),
  dangerous(
    'insecureCallback',
    urls,
    (checked) => insecureUrls(checked).length > 0,
    (checked) =>
      `Users may be redirected to ${insecureUrls(checked).join(', ')}: over http, a third party on the network can read the code of a sign-in, and a URL with * is more than one address. Write each URL in full, with https; http is for localhost only.`,
  ),
  unwise(
    'noCallback',
    urls,
    (checked) =>
      federates(checked) && !hasUrl(checked, checked.client.CallbackURLs, '/sign-in/callback'),
    (checked) =>
      `The app client offers identity providers, but none of its CallbackURLs is the portal's, so sign-in with them ends at an error page of AWS. Add ${example(checked, '/sign-in/callback')}.`,
  ),
  note(
    'noLogout',
    urls,
    (checked) => federates(checked) && !hasUrl(checked, checked.client.LogoutURLs, '/sign-in'),
    (checked) =>
      `Sign-out from the portal does not sign out from the domain of the pool, where the next user of the same browser is signed in without a question. Add ${example(checked, '/sign-in')} to LogoutURLs.`,
  ),
  dangerous(
    'openidMissing',
    scopeGuide,
    (checked) => federates(checked) && !hasScope(checked, 'openid'),
    'The app client does not allow the scope openid: there is no ID token to verify a sign-in with a provider, so each of them fails. Add it to AllowedOAuthScopes.',
  ),
  dangerous(
    'adminScopeMissing',
    scopeGuide,
    (checked) => federates(checked) && !hasScope(checked, 'aws.cognito.signin.user.admin'),
    'The app client does not allow the scope aws.cognito.signin.user.admin: users of a provider sign in, and then every account page fails, because Cognito refuses their access token. Add it to AllowedOAuthScopes, then run this command again, which copies the scopes to federation.scopes.',
  ),
  unwise(
    'devicesAndProviders',
    guide('amazon-cognito-user-pools-device-tracking'),
    (checked) => federates(checked) && checked.pool.DeviceConfiguration !== undefined,
    (checked) =>
      `The pool tracks devices, and the app client offers providers. A sign-in over the domain confirms no device, and Cognito renews tokens only for a confirmed one: users of a provider may be signed out when their access token expires, after ${inWords(accessSeconds(checked))}. Try it with one of them (docs/only-aws-can-prove.md, D9); if so, turn off DeviceConfiguration.`,
  ),
  note(
    'providersUnavailable',
    guide('cognito-user-pools-assign-domain'),
    (checked) => {
      const { Domain, CustomDomain } = checked.pool
      const hasDomain = Domain !== undefined || CustomDomain !== undefined
      return checked.providers.length > 0 && !(hasDomain && federates(checked))
    },
    ({ providers }) =>
      `The app client has ${providers.map(({ ProviderName }) => ProviderName).join(', ')}, which the portal cannot offer: that needs a domain of the pool, and a client with AllowedOAuthFlowsUserPoolClient and the code flow.`,
  ),
]

/** URLs of plain http or with a wildcard. Custom schemes of native apps are allowed. */
const insecureUrls = ({ client: { CallbackURLs = [], LogoutURLs = [] } }: Checked) =>
  [...CallbackURLs, ...LogoutURLs].filter((url) => {
    if (url.includes('*')) return true
    if (!URL.canParse(url)) return false
    const { protocol, hostname } = new URL(url)
    return protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  })

const hasUrl = ({ host }: Checked, among: string[] | undefined, path: string) =>
  (among ?? []).some((url) => {
    const found = URL.canParse(url) ? new URL(url) : { host: '', pathname: '' }
    return found.pathname === path && (host === undefined || found.host === host)
  })

const hasScope = ({ client }: Checked, scope: string) =>
  client.AllowedOAuthScopes?.includes(scope) === true

const example = ({ host }: Checked, path: string) => `https://${host ?? 'login.example.com'}${path}`
