import type {
  AdminUpdateDeviceStatusRequest,
  AdminUpdateDeviceStatusResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { checkDeviceTracking, requireDevice } from '#local-cognito/devices/devices.ts'
import { oneOf } from '#local-cognito/http/constraints.ts'
import { deviceKey, userName, userPoolId } from '#local-cognito/http/members.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { requireUser } from '#local-cognito/users/lookup.ts'
import { operation } from './operation.ts'

/**
 * Sets whether a device replaces the second factor; without a status nothing changes.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUpdateDeviceStatus.html
 */
export const AdminUpdateDeviceStatus = operation<
  AdminUpdateDeviceStatusRequest,
  AdminUpdateDeviceStatusResponse
>({
  signed: true,
  members: {
    UserPoolId: userPoolId.required,
    Username: userName.required,
    DeviceKey: deviceKey.required,
    DeviceRememberedStatus: oneOf('remembered', 'not_remembered'),
  },
  run(input, { store, now }) {
    const pool = requirePool(store, input.UserPoolId)
    checkDeviceTracking(pool)
    const device = requireDevice(requireUser(store, pool, input.Username), input.DeviceKey)
    if (input.DeviceRememberedStatus === undefined) return {}
    device.remembered = input.DeviceRememberedStatus === 'remembered'
    device.modifiedAt = now()
    return {}
  },
})
