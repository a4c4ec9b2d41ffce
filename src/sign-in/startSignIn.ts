import type { Auth } from '#auth/auth.ts'
import type { PortalConfig } from '#config/portalConfig.ts'
import { paths } from '#paths.ts'
import type { Read } from '#ui/useForm.ts'

type SignInConfig = PortalConfig['signIn']
type Federation = PortalConfig['federation']

/** Whether the sign-in form asks for the password, or for the name alone. */
export const asksPassword = ({ flow, password }: SignInConfig) =>
  flow === 'USER_SRP_AUTH' || (flow === 'CUSTOM_AUTH' && password)

/**
 * Starts the sign-in that the config asks for: at a provider, with the password, or with the name alone.
 *
 * @param read reads the fields of the sign-in form.
 * @param search the query of the sign-in page, which says where to go afterwards.
 */
export async function startSignIn(
  auth: Auth,
  { federation, signIn }: PortalConfig,
  { read, search }: { read: Read; search: string },
): Promise<void> {
  const username = read('username').trim()
  const rememberMe = read('rememberMe') === 'on'
  const provider = read('provider') || providerOf(federation.providers, username)
  if (federation.domain !== undefined && provider) {
    const { url } = await auth.startFederatedSignIn({
      domain: federation.domain,
      scopes: federation.scopes,
      provider,
      redirectUri: new URL(paths.signInCallback, window.location.origin).href,
      rememberMe,
      returnTo: search,
    })
    window.location.assign(url)
    return
  }
  const custom = signIn.flow === 'CUSTOM_AUTH'
  if (asksPassword(signIn)) {
    await auth.signIn({ username, password: read('password'), rememberMe, custom })
    return
  }
  const preferred = custom ? 'CUSTOM_AUTH' : signIn.preferred
  await auth.startUserAuth({ username, rememberMe, ...(preferred && { preferred }) })
}

/** The provider that signs in addresses of this domain. */
function providerOf(providers: Federation['providers'], username: string): string | undefined {
  const domain = username.split('@')[1]?.toLowerCase()
  return providers.find(({ emailDomains = [] }) =>
    emailDomains.some((one) => one.toLowerCase() === domain),
  )?.name
}
