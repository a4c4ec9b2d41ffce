import type { DeviceType } from '@aws-sdk/client-cognito-identity-provider'
import { paginate } from '#local-cognito/http/pagination.ts'
import { arnIn, regionOfPool } from '#local-cognito/pools/addresses.ts'
import type { Device, User } from '#local-cognito/records.ts'
import { toAttributeList } from '#local-cognito/users/attributes.ts'

/** Lists devices for ListDevices and AdminListDevices. @param limit 0 means the maximum */
export function listDevices(user: User, limit: number | undefined, token: string | undefined) {
  const wanted = { limit: limit || 60, token }
  const { items, next } = paginate(user.devices ?? [], ({ key }) => key, wanted)
  return { Devices: items.map((device) => describeDevice(user, device)), PaginationToken: next }
}

/** Formats a device for GetDevice and ListDevices; attributes as in the API reference's example. */
export function describeDevice(user: User, device: Device): DeviceType {
  const owner = `${user.username}.${user.poolId}`
  return {
    DeviceKey: device.key,
    DeviceAttributes: toAttributeList({
      device_status: 'valid',
      ...(device.name !== undefined && { device_name: device.name }),
      'dev:device_arn': arnIn(regionOfPool(user.poolId), `owner/${owner}/device/${device.key}`),
      'dev:device_owner': owner,
      last_ip_used: device.address ?? '127.0.0.1',
      'dev:device_remembered_status': device.remembered ? 'remembered' : 'not_remembered',
      'dev:device_sdk': 'aws-sdk-unknown-unknown',
    }),
    DeviceCreateDate: new Date(device.createdAt),
    DeviceLastModifiedDate: new Date(device.modifiedAt),
    // Whole seconds, unlike the other dates.
    DeviceLastAuthenticatedDate: new Date(Math.floor(device.authenticatedAt / 1000) * 1000),
  }
}
