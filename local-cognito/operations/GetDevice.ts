import type { GetDeviceRequest, GetDeviceResponse } from '@aws-sdk/client-cognito-identity-provider'
import { describeDevice } from '#local-cognito/devices/describeDevice.ts'
import { deviceCaller } from '#local-cognito/devices/deviceCaller.ts'
import * as members from '#local-cognito/http/members.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetDevice.html */
export const GetDevice = operation<GetDeviceRequest, GetDeviceResponse>({
  members: { DeviceKey: members.deviceKey.required, AccessToken: members.token },

  async run(input, cognito) {
    const { user, device } = await deviceCaller(cognito, input)
    return { Device: describeDevice(user, device) }
  },
})
