import * as is from '#vault/protocol/validators.ts'
import { openEncryptedStorage, type EncryptedStorage } from './encryptedStorage.ts'

/** What this browser is to Cognito, for one person. */
export interface Device {
  /** The name Cognito knows the person by. */
  username: string
  /** The name they typed. */
  typedName: string
  key: string
  groupKey: string
  /** Made here, known nowhere else: Cognito has its SRP verifier. */
  password: string
  /** The pool wants the person to say whether it is trusted, and they have not yet. */
  undecided?: boolean
}

/** The devices of all who signed in on this browser. They outlive their sessions. */
export interface DeviceStore {
  /** By either name. */
  find: (name: string) => Promise<Device | undefined>
  /** Takes the place of what the same person had. */
  save: (device: Device) => Promise<void>
  forget: (device: Device) => Promise<void>
}

const isDevices = is.isArrayOf(
  is.isShape(
    {
      username: is.isString,
      typedName: is.isString,
      key: is.isString,
      groupKey: is.isString,
      password: is.isString,
    },
    { undecided: is.isBoolean },
  ),
)

const storageKey = 'devices'

/** On a machine that everybody uses, those who came last. */
const maxDevices = 20

/** @param idb left out where nothing may be on disk: then devices are forgotten with the worker. */
export function createDeviceStore(idb: IDBFactory | undefined, name: string): DeviceStore {
  let inMemory: Device[] = []
  let opening: Promise<EncryptedStorage> | undefined

  /** A disk that is refused, or goes, leaves the memory. */
  async function orMemory(
    use: (storage: EncryptedStorage) => Promise<Device[]>,
  ): Promise<Device[]> {
    if (!idb) return inMemory
    try {
      opening ??= openEncryptedStorage(idb, name)
      return await use(await opening)
    } catch (error) {
      if (!(error instanceof DOMException)) throw error
      opening = undefined
      return inMemory
    }
  }

  async function change(decide: (devices: Device[]) => Device[]) {
    inMemory = decide(inMemory)
    await orMemory(async (storage) => {
      for (;;) {
        const before = await storage.read(storageKey)
        const next = decide(isDevices(before?.value) ? before.value : [])
        const isFresh = (present: string | undefined) => present === before?.id
        // Another tab may have been quicker: its change is read, and this one made to it.
        if (await storage.write(storageKey, crypto.randomUUID(), next, isFresh)) return next
      }
    })
  }

  return {
    async find(wanted) {
      const devices = await orMemory(async (storage) => {
        const value = (await storage.read(storageKey))?.value
        return isDevices(value) ? value : []
      })
      return devices.find(({ username, typedName }) => username === wanted || typedName === wanted)
    },
    save: (device) =>
      change((devices) => {
        const others = devices.filter(
          ({ username, typedName }) =>
            username !== device.username && typedName !== device.typedName,
        )
        return [device, ...others].slice(0, maxDevices)
      }),
    forget: ({ key }) => change((devices) => devices.filter((device) => device.key !== key)),
  }
}
