import { BrowserFailure } from '#vault/protocol/askBrowser.ts'
import type { Validator } from '#vault/protocol/validators.ts'
import type { EncryptedStorage } from './encryptedStorage.ts'

/** A list that this browser keeps, encrypted, for all users and beyond their sessions. */
export interface StoredList<Item> {
  read: () => Promise<readonly Item[]>
  /** @param edit may be called again, with what another tab has written in the meantime. */
  change: (edit: (items: readonly Item[]) => Item[]) => Promise<void>
}

/**
 * Creates the one list of its key in a vault: in memory, two would not know of each other. It falls back to memory
 * where the disk is blocked or fails.
 *
 * @param onDisk undefined where nothing may be stored on disk; then the list is lost with the worker.
 * @param isItems tells a list that this version can read; another counts as empty.
 */
export function createStoredList<Item>(
  onDisk: EncryptedStorage | undefined,
  key: string,
  isItems: Validator<Item[]>,
): StoredList<Item> {
  let inMemory: Item[] = []

  async function orInMemory(use: (storage: EncryptedStorage) => Promise<Item[]>): Promise<Item[]> {
    if (!onDisk) return inMemory
    try {
      return await use(onDisk)
    } catch (error) {
      if (!(error instanceof BrowserFailure)) throw error
      return inMemory
    }
  }

  return {
    read: async () =>
      orInMemory(async (storage) => {
        const value = (await storage.read(key))?.value
        return isItems(value) ? value : []
      }),
    async change(edit) {
      inMemory = edit(inMemory)
      await orInMemory(async (storage) => {
        for (;;) {
          const before = await storage.read(key)
          const next = edit(isItems(before?.value) ? before.value : [])
          const isUnchanged = (presentId: string | undefined) => presentId === before?.id
          // Reads again if another tab has written in the meantime.
          if (await storage.write(key, crypto.randomUUID(), next, isUnchanged)) return next
        }
      })
    },
  }
}
