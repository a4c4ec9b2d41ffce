import { VaultError } from './vaultError.ts'
import * as is from '#vault/protocol/validators.ts'

const isNames = is.isArrayOf(is.isString)

/**
 * A list among the challenge parameters, whose values are strings: JSON, absent when empty.
 * @throws VaultError `unexpected` for anything else
 */
export function readNameList(parameters: Record<string, string>, field: string): string[] {
  const names: unknown = JSON.parse(parameters[field] ?? '[]')
  if (!isNames(names)) throw new VaultError({ code: 'unexpected', field })
  return names
}

/** https://www.w3.org/TR/webauthn-3/#dictdef-publickeycredentialrequestoptionsjson */
export const isPasskeyOptions = is.isShape(
  { challenge: is.isString },
  {
    rpId: is.isString,
    timeout: is.isNumber,
    userVerification: is.isOneOf('required', 'preferred', 'discouraged'),
    allowCredentials: is.isArrayOf(
      is.isShape(
        { id: is.isString, type: is.isOneOf('public-key') },
        { transports: is.isArrayOf(is.isString) },
      ),
    ),
  },
)
