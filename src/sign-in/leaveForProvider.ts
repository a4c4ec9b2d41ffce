import type { Auth } from '#auth/auth.ts'
import type { PortalConfig } from '#config/portalConfig.ts'

interface Leaving {
  federation: PortalConfig['federation']
  /** The provider whose button was pressed; empty for another button. */
  provider: string
  username: string
  rememberMe: boolean
  /** What the sign-in page has behind its `?`: where to go afterwards. */
  search: string
}

/**
 * Goes to the provider whose button was pressed, or whose people have such addresses.
 *
 * @returns false when there is none: the portal is to sign in itself. Otherwise the page is leaving.
 */
export async function leaveForProvider(
  auth: Auth,
  { federation, provider, username, rememberMe, search }: Leaving,
): Promise<boolean> {
  const { domain, providers, scopes } = federation
  const chosen = provider || homeRealm(providers, username)
  if (domain === undefined || chosen === undefined) return false
  const redirectUri = new URL('/sign-in/callback', window.location.origin).href
  const { url } = await auth.startFederatedSignIn({
    domain,
    scopes,
    provider: chosen,
    redirectUri,
    rememberMe,
    returnTo: search,
  })
  window.location.assign(url)
  return true
}

/** The provider that looks after addresses of this domain. */
function homeRealm(
  providers: PortalConfig['federation']['providers'],
  username: string,
): string | undefined {
  const domain = username.split('@')[1]?.toLowerCase()
  return providers.find(({ emailDomains = [] }) =>
    emailDomains.some((one) => one.toLowerCase() === domain),
  )?.name
}
