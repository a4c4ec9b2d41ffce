import type { Session } from '#auth/state.ts'
import type { PortalConfig } from '#config/portalConfig.ts'
import { paths } from '#paths.ts'

/**
 * Where the pool's domain forgets somebody who came in over it: else the next press of the provider's
 * button would let in whoever sits here by then. Everybody else has nothing there to be forgotten.
 *
 * The address it leads back to has to be one of the client's `LogoutURLs`.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html
 */
export async function logoutUrl(
  session: Session,
  { cognito, federation }: PortalConfig,
): Promise<string | undefined> {
  if (federation.domain === undefined || !federation.logout) return undefined
  const { id } = await session.claims()
  if (!Array.isArray(id['identities'])) return undefined
  const url = new URL(`${federation.domain.replace(/\/$/, '')}/logout`)
  url.search = new URLSearchParams({
    client_id: cognito.userPoolClientId,
    logout_uri: new URL(paths.signIn, window.location.origin).href,
  }).toString()
  return url.href
}
