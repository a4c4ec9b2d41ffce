import * as is from '#vault/protocol/validators.ts'
import { openEncryptedStorage } from './encryptedStorage.ts'
import type { SessionStore } from './sessionStore.ts'

const storageKey = 'record'

const isRecord = is.isShape({
  id: is.isString,
  rememberMe: is.isBoolean,
  browserSessionId: is.isString,
  tokens: is.isShape({
    accessToken: is.isString,
    idToken: is.isString,
    refreshToken: is.isString,
    clockDriftMs: is.isNumber,
  }),
})

/** Keeps the session on disk, sealed. */
export async function openEncryptedSessionStore(
  idb: IDBFactory,
  name: string,
): Promise<SessionStore> {
  const storage = await openEncryptedStorage(idb, name)
  return {
    shared: true,
    /** Nothing for what is damaged, or from a version that kept something else. */
    async read() {
      const record = (await storage.read(storageKey))?.value
      return isRecord(record) ? record : undefined
    },
    async write(record) {
      await storage.write(storageKey, record.id, record, () => true)
    },
    update: (record) =>
      storage.write(storageKey, record.id, record, (present) => present === record.id),
    clear: (id) => storage.clear(storageKey, id),
  }
}
