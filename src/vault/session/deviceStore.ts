import * as is from '#vault/protocol/validators.ts'
import type { EncryptedStorage } from './encryptedStorage.ts'
import { createStoredList } from './storedList.ts'

/** The device that this browser is to Cognito, for one user. */
export interface Device {
  /** As the user typed it. */
  username: string
  cognitoUsername: string
  key: string
  groupKey: string
  /** Random, generated here. Cognito has only its SRP verifier. */
  password: string
  /** The pool asks the user whether to trust the device, and they have not answered yet. */
  undecided?: boolean
}

/** Devices of all users who have signed in on this browser. They outlive the sessions. */
export interface DeviceStore {
  /** Finds a device by the username that was typed, or by Cognito's. */
  find: (username: string) => Promise<Device | undefined>
  /** Replaces the device of the same user. */
  save: (device: Device) => Promise<void>
  forget: (device: Device) => Promise<void>
}

const isDevices = is.isArrayOf(
  is.isShape(
    {
      username: is.isString,
      cognitoUsername: is.isString,
      key: is.isString,
      groupKey: is.isString,
      password: is.isString,
    },
    { undecided: is.isBoolean },
  ),
)

const storageKey = 'devices'

/** On a shared machine, the devices of the latest users are kept. */
const maxDevices = 20

/**
 * Creates the device store of a vault. There must be one only: in memory, two would not know of each other.
 *
 * @param onDisk undefined where nothing may be stored on disk; then devices are lost with the worker.
 */
export function createDeviceStore(onDisk: EncryptedStorage | undefined): DeviceStore {
  const { read, change } = createStoredList<Device>(onDisk, storageKey, isDevices)
  return {
    async find(wanted) {
      const devices = await read()
      return devices.find(
        ({ username, cognitoUsername }) => cognitoUsername === wanted || username === wanted,
      )
    },
    save: (device) =>
      change((devices) => {
        const others = devices.filter(
          ({ username, cognitoUsername }) =>
            cognitoUsername !== device.cognitoUsername && username !== device.username,
        )
        return [device, ...others].slice(0, maxDevices)
      }),
    forget: ({ key }) => change((devices) => devices.filter((device) => device.key !== key)),
  }
}
