import type { DeviceType } from '@aws-sdk/client-cognito-identity-provider'
import type { Device } from '#local-cognito/records.ts'
import { toAttributeList } from '#local-cognito/users/attributes.ts'

/** A device as GetDevice and ListDevices answer it. */
export const describeDevice = (device: Device): DeviceType => ({
  DeviceKey: device.key,
  DeviceAttributes: toAttributeList({
    device_status: 'valid',
    ...(device.name !== undefined && { device_name: device.name }),
    // Everybody is on this machine.
    last_ip_used: '127.0.0.1',
    'dev:device_remembered_status': device.remembered ? 'remembered' : 'not_remembered',
  }),
  DeviceCreateDate: new Date(device.createdAt),
  DeviceLastModifiedDate: new Date(device.modifiedAt),
  DeviceLastAuthenticatedDate: new Date(device.authenticatedAt),
})
