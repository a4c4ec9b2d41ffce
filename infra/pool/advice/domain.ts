import { federates } from '../facts.ts'
import { type Check, guide, reference, type Seen } from './check.ts'

const urls = reference('API_UserPoolClientType')
const loopback = ['localhost', '127.0.0.1', '[::1]']

/** The domain of the pool, and who may be sent where over it. */
export const domainChecks: readonly Check[] = [
  {
    code: 'implicitFlow',
    severity: 'unwise',
    source: 'https://www.rfc-editor.org/rfc/rfc9700#section-2.1.2',
    find: ({ client }) =>
      client.AllowedOAuthFlows?.includes('implicit')
        ? 'The app client allows the implicit flow, which puts tokens into addresses, and so into histories and logs. The portal uses codes with PKCE. Take implicit out of AllowedOAuthFlows.'
        : undefined,
  },
  {
    code: 'plainCallback',
    severity: 'dangerous',
    source: urls,
    find: ({ client }) => {
      const found = [...(client.CallbackURLs ?? []), ...(client.LogoutURLs ?? [])].filter(isPlain)
      return found.length === 0
        ? undefined
        : `People may be sent to ${found.join(', ')}: over http anybody on the way reads the code of their sign-in, and an address with * in it is more than one. Write each in full, with https; http is for localhost alone.`
    },
  },
  {
    code: 'noCallback',
    severity: 'unwise',
    source: urls,
    find: (seen) =>
      federates(seen) && !leadsTo(seen, seen.client.CallbackURLs, '/sign-in/callback')
        ? `The app client offers identity providers, but none of its CallbackURLs is the portal’s, so signing in with them ends at an error page of AWS. Add ${example(seen, '/sign-in/callback')}.`
        : undefined,
  },
  {
    code: 'noLogout',
    severity: 'note',
    source: urls,
    find: (seen) =>
      federates(seen) && !leadsTo(seen, seen.client.LogoutURLs, '/sign-in')
        ? `Signing out of the portal does not sign out of the domain of the pool, where the next person at the same browser is let in without being asked. Add ${example(seen, '/sign-in')} to LogoutURLs.`
        : undefined,
  },
  {
    code: 'scopesMissing',
    severity: 'unwise',
    source: guide('cognito-user-pools-define-resource-servers'),
    find: (seen) => {
      const missing = ['openid', 'aws.cognito.signin.user.admin'].filter(
        (scope) => !seen.client.AllowedOAuthScopes?.includes(scope),
      )
      return federates(seen) && missing.length > 0
        ? `The app client does not allow ${missing.join(', ')}. Without openid there is no ID token to check a sign-in by; without aws.cognito.signin.user.admin, whoever comes from a provider cannot use the account page. Add them to AllowedOAuthScopes.`
        : undefined
    },
  },
  {
    code: 'providersOutOfReach',
    severity: 'note',
    source: guide('cognito-user-pools-assign-domain'),
    find: (seen) => {
      const { pool, providers } = seen
      const hasDomain = pool.Domain !== undefined || pool.CustomDomain !== undefined
      return providers.length === 0 || (hasDomain && federates(seen))
        ? undefined
        : `The app client names ${providers.map(({ ProviderName }) => ProviderName).join(', ')}, which the portal cannot offer: that takes a domain of the pool, and a client with AllowedOAuthFlowsUserPoolClient and the code flow.`
    },
  },
]

/** An app of its own scheme is no address of the web, and may be. */
function isPlain(url: string): boolean {
  if (url.includes('*')) return true
  if (!URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  return protocol === 'http:' && !loopback.includes(hostname)
}

const leadsTo = ({ host }: Seen, among: string[] | undefined, path: string) =>
  (among ?? []).some((url) => {
    const { host: there, pathname } = URL.canParse(url) ? new URL(url) : { host: '', pathname: '' }
    return pathname === path && (host === undefined || there === host)
  })

const example = ({ host }: Seen, path: string) => `https://${host ?? 'login.example.com'}${path}`
