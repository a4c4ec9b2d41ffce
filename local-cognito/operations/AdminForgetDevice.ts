import type { AdminForgetDeviceRequest } from '@aws-sdk/client-cognito-identity-provider'
import { checkDeviceTracking, forgetDevice, requireDevice } from '#local-cognito/devices/devices.ts'
import { deviceKey, userName, userPoolId } from '#local-cognito/http/members.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { requireUser } from '#local-cognito/users/lookup.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminForgetDevice.html */
export const AdminForgetDevice = operation<AdminForgetDeviceRequest, void>({
  signed: true,
  members: {
    UserPoolId: userPoolId.required,
    Username: userName.required,
    DeviceKey: deviceKey.required,
  },
  run(input, { store }) {
    const pool = requirePool(store, input.UserPoolId)
    checkDeviceTracking(pool)
    const user = requireUser(store, pool, input.Username)
    forgetDevice(user, requireDevice(user, input.DeviceKey))
  },
})
