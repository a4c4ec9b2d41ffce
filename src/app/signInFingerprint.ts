import type { PortalConfig } from '#config/portalConfig.ts'

/**
 * Returns a fingerprint of what the sign-in page shows of a config. Two configs with the same one, such as those of
 * two pools, have the same page, so index.html prerendered for one of them is good for both.
 */
export function signInFingerprint(config: PortalConfig): string {
  const { portal, brand, messages, signIn, signUp, federation, session } = config
  const providers = federation.domain === undefined ? [] : federation.providers
  const forms = [signIn.flow, signIn.password, signUp.enabled, providers, session.storage]
  let hash = 0
  for (const character of JSON.stringify([portal, brand, messages, forms])) {
    hash = Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)
  }
  return (hash >>> 0).toString(36)
}
