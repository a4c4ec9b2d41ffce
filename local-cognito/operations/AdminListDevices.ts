import type {
  AdminListDevicesRequest,
  AdminListDevicesResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { listDevices } from '#local-cognito/devices/describeDevice.ts'
import { checkDeviceTracking } from '#local-cognito/devices/devices.ts'
import * as members from '#local-cognito/http/members.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { requireUser } from '#local-cognito/users/lookup.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminListDevices.html */
export const AdminListDevices = operation<AdminListDevicesRequest, AdminListDevicesResponse>({
  signed: true,
  members: {
    UserPoolId: members.userPoolId.required,
    Username: members.userName.required,
    Limit: members.limit,
    PaginationToken: members.paginationToken,
  },
  run(input, { store }) {
    const pool = requirePool(store, input.UserPoolId)
    checkDeviceTracking(pool)
    const user = requireUser(store, pool, input.Username)
    return listDevices(user, input.Limit, input.PaginationToken)
  },
})
