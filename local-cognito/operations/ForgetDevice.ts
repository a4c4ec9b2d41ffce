import type { ForgetDeviceRequest } from '@aws-sdk/client-cognito-identity-provider'
import { deviceCaller } from '#local-cognito/devices/deviceCaller.ts'
import { forgetDevice } from '#local-cognito/devices/devices.ts'
import * as members from '#local-cognito/http/members.ts'
import { operation } from './operation.ts'

/**
 * Existing tokens of the device stay valid, but can no longer be refreshed.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ForgetDevice.html
 */
export const ForgetDevice = operation<ForgetDeviceRequest, void>({
  members: { DeviceKey: members.deviceKey.required, AccessToken: members.token },

  async run(input, cognito) {
    const { user, device } = await deviceCaller(cognito, input)
    forgetDevice(user, device)
  },
})
