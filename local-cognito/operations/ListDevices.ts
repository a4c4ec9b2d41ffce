import type {
  ListDevicesRequest,
  ListDevicesResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { listDevices } from '#local-cognito/devices/describeDevice.ts'
import { checkDeviceTracking } from '#local-cognito/devices/devices.ts'
import * as members from '#local-cognito/http/members.ts'
import { callerOf } from '#local-cognito/tokens/accessToken.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListDevices.html */
export const ListDevices = operation<ListDevicesRequest, ListDevicesResponse>({
  members: {
    AccessToken: members.token.required,
    Limit: members.limit,
    PaginationToken: members.paginationToken,
  },

  async run(input, cognito) {
    const { pool, user } = await callerOf(cognito, input.AccessToken)
    checkDeviceTracking(pool)
    return listDevices(user, input.Limit, input.PaginationToken)
  },
})
