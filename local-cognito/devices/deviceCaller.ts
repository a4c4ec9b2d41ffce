import type { Cognito } from '#local-cognito/cognito.ts'
import { invalidParameter } from '#local-cognito/errors.ts'
import { callerOf } from '#local-cognito/tokens/accessToken.ts'
import { checkDeviceTracking, requireDevice } from './devices.ts'

/**
 * Resolves the user and device of an operation. AWS's model makes the token optional in places, but
 * without it the owner of the device is unknown.
 * @throws CognitoError
 */
export async function deviceCaller(
  cognito: Cognito,
  { AccessToken, DeviceKey }: { AccessToken?: string | undefined; DeviceKey: string },
) {
  if (AccessToken === undefined) throw invalidParameter('Missing required parameter AccessToken')
  const { pool, user } = await callerOf(cognito, AccessToken)
  checkDeviceTracking(pool)
  return { user, device: requireDevice(user, DeviceKey) }
}
