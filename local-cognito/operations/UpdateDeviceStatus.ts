import type {
  UpdateDeviceStatusRequest,
  UpdateDeviceStatusResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { deviceCaller } from '#local-cognito/devices/deviceCaller.ts'
import { operation } from './operation.ts'
import { oneOf } from '#local-cognito/http/constraints.ts'
import * as members from '#local-cognito/http/members.ts'

/** Whether a device stands for the second factor from now on; without a status nothing changes. */
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
