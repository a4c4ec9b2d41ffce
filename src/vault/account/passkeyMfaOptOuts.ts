import * as is from '#vault/protocol/validators.ts'
import { openEncryptedStorage, type EncryptedStorage } from '#vault/session/encryptedStorage.ts'

/**
 * Users of this browser who do not want passkeys to count as a second factor. Cognito does not tell them from users
 * whose account was never asked.
 */
export interface PasskeyMfaOptOuts {
  has: (userId: string) => Promise<boolean>
  set: (userId: string, isOptOut: boolean) => Promise<void>
}

const storageKey = 'passkeyMfaOptOuts'

/** On a shared machine, the choices of the latest users are kept. */
const maxUsers = 20

const isUserIds = is.isArrayOf(is.isString)

/** @param idb undefined where nothing may be stored on disk; then the choices are lost with the worker. */
export function createPasskeyMfaOptOuts(
  idb: IDBFactory | undefined,
  name: string,
): PasskeyMfaOptOuts {
  let inMemory: string[] = []
  let opening: Promise<EncryptedStorage> | undefined

  /** Falls back to memory where the disk is blocked or fails. */
  async function onDisk(use: (storage: EncryptedStorage) => Promise<string[]>): Promise<string[]> {
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

  const read = () =>
    onDisk(async (storage) => {
      const value = (await storage.read(storageKey))?.value
      return isUserIds(value) ? value : []
    })

  return {
    has: async (userId) => (await read()).includes(userId),
    async set(userId, isOptOut) {
      const before = await read()
      if (before.includes(userId) === isOptOut) return
      const others = before.filter((other) => other !== userId)
      inMemory = (isOptOut ? [userId, ...others] : others).slice(0, maxUsers)
      await onDisk(async (storage) => {
        await storage.write(storageKey, crypto.randomUUID(), inMemory, () => true)
        return inMemory
      })
    },
  }
}
