import type { Session } from '#auth/state.ts'
import type { PortalConfig } from '#config/portalConfig.ts'
import { paths } from '#paths.ts'

/**
 * URL of the pool domain's logout endpoint, for sessions that began over the domain: without it, the domain's
 * session would sign the next user of this browser in at a press of the provider's button. The sign-in page, to
 * which the endpoint redirects, must be one of the client's `LogoutURLs`. The claim `identities` does not tell:
 * the ID token has only the attributes that the client may read, and users with a password may be linked, too.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html
 *
 * @returns undefined for other users, who have no session at the domain.
 */
export function logoutUrl(
  { beganOverDomain }: Pick<Session, 'beganOverDomain'>,
  { cognito, federation }: PortalConfig,
): string | undefined {
  if (federation.domain === undefined || !federation.logout || !beganOverDomain) return undefined
  const url = new URL(`${federation.domain.replace(/\/$/, '')}/logout`)
  url.search = new URLSearchParams({
    client_id: cognito.userPoolClientId,
    logout_uri: new URL(paths.signIn, window.location.origin).href,
  }).toString()
  return url.href
}
