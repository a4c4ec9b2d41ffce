import type { Session } from '#auth/state.ts'
import type { PortalConfig } from '#config/portalConfig.ts'
import { paths } from '#paths.ts'

/**
 * URL of the pool domain's logout endpoint, for users who signed in through a provider: without it, the
 * domain's session would sign the next user of this browser in at a press of the provider's button. The
 * sign-in page, to which the endpoint redirects, must be one of the client's `LogoutURLs`.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html
 *
 * @returns undefined for other users, who have no session at the domain.
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
