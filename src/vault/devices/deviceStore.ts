import * as is from '#vault/guards.ts'
import { openSealedDisk, type SealedDisk } from '#vault/session/sealedDisk.ts'

/** What this browser is to Cognito, for one person. */
export interface Device {
  /** The name Cognito knows the person by. */
  username: string
  /** The name they typed. */
  typed: string
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
  keep: (device: Device) => Promise<void>
  forget: (device: Device) => Promise<void>
}

const isDevices = is.isArrayOf(
  is.isShape(
    {
      username: is.isString,
      typed: is.isString,
      key: is.isString,
      groupKey: is.isString,
      password: is.isString,
    },
    { undecided: is.isBoolean },
  ),
)

const place = 'devices'

/** On a machine that everybody uses, those who came last. */
const atMost = 20

/** @param idb left out where nothing may be on disk: then devices are forgotten with the worker. */
export function createDeviceStore(idb: IDBFactory | undefined, name: string): DeviceStore {
  let inMemory: Device[] = []
  let opening: Promise<SealedDisk> | undefined

  /** A disk that is refused, or goes, leaves the memory. */
  async function orMemory(use: (disk: SealedDisk) => Promise<Device[]>): Promise<Device[]> {
    if (!idb) return inMemory
    try {
      opening ??= openSealedDisk(idb, name)
      return await use(await opening)
    } catch (error) {
      if (!(error instanceof DOMException)) throw error
      opening = undefined
      return inMemory
    }
  }

  async function change(decide: (devices: Device[]) => Device[]) {
    inMemory = decide(inMemory)
    await orMemory(async (disk) => {
      for (;;) {
        const before = await disk.read(place)
        const next = decide(isDevices(before?.value) ? before.value : [])
        const isFresh = (present: string | undefined) => present === before?.id
        // Another tab may have been quicker: its change is read, and this one made to it.
        if (await disk.write(place, crypto.randomUUID(), next, isFresh)) return next
      }
    })
  }

  return {
    async find(wanted) {
      const devices = await orMemory(async (disk) => {
        const value = (await disk.read(place))?.value
        return isDevices(value) ? value : []
      })
      return devices.find(({ username, typed }) => username === wanted || typed === wanted)
    },
    keep: (device) =>
      change((devices) => {
        const others = devices.filter(
          ({ username, typed }) => username !== device.username && typed !== device.typed,
        )
        return [device, ...others].slice(0, atMost)
      }),
    forget: ({ key }) => change((devices) => devices.filter((device) => device.key !== key)),
  }
}
