import { invalidParameter } from '#local-cognito/errors.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import { callerOf } from '#local-cognito/tokens/accessToken.ts'
import { checkDeviceTracking, requireDevice } from './devices.ts'

/**
 * Who asks about which device of theirs. AWS's model does not require the token everywhere, but
 * nothing else tells whose device it is.
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
