import * as is from '#vault/protocol/validators.ts'
import type { EncryptedStorage } from '#vault/session/encryptedStorage.ts'
import { createStoredList } from '#vault/session/storedList.ts'

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

/** @param onDisk undefined where nothing may be stored on disk; then the choices are lost with the worker. */
export function createPasskeyMfaOptOuts(onDisk: EncryptedStorage | undefined): PasskeyMfaOptOuts {
  const { read, change } = createStoredList(onDisk, storageKey, isUserIds)
  const has = async (userId: string) => (await read()).includes(userId)
  return {
    has,
    async set(userId, isOptOut) {
      if ((await has(userId)) === isOptOut) return
      await change((userIds) => {
        const others = userIds.filter((other) => other !== userId)
        return (isOptOut ? [userId, ...others] : others).slice(0, maxUsers)
      })
    },
  }
}
