import type { StackSettings } from './stackSettings.ts'

/** What passkeys are bound to, if there are any: a name at cloudfront.net may not outlive the stack. */
export const passkeyRelyingPartyId = ({ pool, domain }: StackSettings): string | undefined =>
  pool.passkeyRelyingPartyId ?? domain?.name
