import type {
  UpdateDeviceStatusRequest,
  UpdateDeviceStatusResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { deviceCaller } from '#local-cognito/devices/deviceCaller.ts'
import { oneOf } from '#local-cognito/http/constraints.ts'
import * as members from '#local-cognito/http/members.ts'
import { operation } from './operation.ts'

/**
 * Sets whether a device replaces the second factor; without a status nothing changes.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateDeviceStatus.html
 */
export const UpdateDeviceStatus = operation<UpdateDeviceStatusRequest, UpdateDeviceStatusResponse>({
  members: {
    AccessToken: members.token.required,
    DeviceKey: members.deviceKey.required,
    DeviceRememberedStatus: oneOf('remembered', 'not_remembered'),
  },

  async run(input, cognito) {
    const { device } = await deviceCaller(cognito, input)
    if (input.DeviceRememberedStatus === undefined) return {}
    device.remembered = input.DeviceRememberedStatus === 'remembered'
    device.modifiedAt = cognito.now()
    return {}
  },
})
