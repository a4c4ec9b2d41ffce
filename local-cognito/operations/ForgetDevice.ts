import type { ForgetDeviceRequest } from '@aws-sdk/client-cognito-identity-provider'
import { deviceCaller } from '#local-cognito/devices/deviceCaller.ts'
import { forgetDevice } from '#local-cognito/devices/devices.ts'
import { operation } from './operation.ts'
import * as members from '#local-cognito/http/members.ts'

/** What was signed in on the device stays so, but can no longer be refreshed. */
export const ForgetDevice = operation<ForgetDeviceRequest, void>({
  members: { DeviceKey: members.deviceKey.required, AccessToken: members.token },

  async run(input, cognito) {
    const { user, device } = await deviceCaller(cognito, input)
    forgetDevice(user, device)
  },
})
