import * as is from '#vault/protocol/validators.ts'
import { readClaims, type TokenSet } from './tokens.ts'

const isDeviceClaims = is.isShape({}, { device_key: is.isString })

/** The device that tokens were given to, where the pool tracks devices: the access token names it. */
export function deviceKeyOf({ accessToken }: TokenSet): string | undefined {
  return readClaims(isDeviceClaims, accessToken, 'AccessToken').device_key
}
