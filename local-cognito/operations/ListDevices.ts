import type {
  ListDevicesRequest,
  ListDevicesResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { describeDevice } from '#local-cognito/devices/describeDevice.ts'
import { checkDeviceTracking } from '#local-cognito/devices/devices.ts'
import { number, string } from '#local-cognito/http/constraints.ts'
import * as members from '#local-cognito/http/members.ts'
import { paginate } from '#local-cognito/http/pagination.ts'
import { callerOf } from '#local-cognito/tokens/accessToken.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListDevices.html */
export const ListDevices = operation<ListDevicesRequest, ListDevicesResponse>({
  members: {
    AccessToken: members.token.required,
    Limit: number({ min: 0, max: 60 }),
    PaginationToken: string({ min: 1, pattern: '[\\S]+' }),
  },

  async run(input, cognito) {
    const { pool, user } = await callerOf(cognito, input.AccessToken)
    checkDeviceTracking(pool)
    const { items, next } = paginate(user.devices ?? [], ({ key }) => key, {
      limit: input.Limit || 60,
      token: input.PaginationToken,
    })
    return { Devices: items.map((device) => describeDevice(user, device)), PaginationToken: next }
  },
})
