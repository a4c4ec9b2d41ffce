import type { DeviceSecretVerifierConfigType } from '@aws-sdk/client-cognito-identity-provider'
import { fromBase64, toHex } from '#local-cognito/bytes.ts'
import { invalidParameter } from '#local-cognito/errors.ts'
import type { Device, Verifier } from '#local-cognito/records.ts'
import { N, toInteger } from '#local-cognito/srp/group.ts'
import type { Identity } from '#local-cognito/srp/verifier.ts'

/**
 * The verifier of the password that a device made for itself: base64 of bytes, unlike everything
 * else in SRP.
 * @throws CognitoError when it is none. AWS's words are not known
 */
export function readDeviceVerifier(given: DeviceSecretVerifierConfigType | undefined): Verifier {
  const salt = fromBase64(given?.Salt ?? '')
  const verifier = fromBase64(given?.PasswordVerifier ?? '')
  if (!salt?.length || !verifier?.length) throw unreadable()
  const v = toInteger(verifier)
  // One or zero would let anybody in who knows no password.
  if (v <= 1n || v >= N) throw unreadable()
  return { salt: toHex(salt), verifier: v.toString(16) }
}

const unreadable = () => invalidParameter('Invalid device secret verifier config given.')

/** A device's group takes the place of the pool's name, and its key that of the username. */
export const identityOf = (device: Device): Identity => ({
  poolId: device.groupKey,
  username: device.key,
})
