import * as is from '#vault/guards.ts'
import { openSealedDisk } from './sealedDisk.ts'
import type { SessionStore } from './sessionStore.ts'

const place = 'record'

const isRecord = is.isShape({
  id: is.isString,
  keep: is.isBoolean,
  run: is.isString,
  tokens: is.isShape({
    accessToken: is.isString,
    idToken: is.isString,
    refreshToken: is.isString,
    clockDriftMs: is.isNumber,
  }),
})

/** Keeps the session on disk, sealed. */
export async function openSealedStore(idb: IDBFactory, name: string): Promise<SessionStore> {
  const disk = await openSealedDisk(idb, name)
  return {
    shared: true,
    /** Nothing for what is damaged, or from a version that kept something else. */
    async read() {
      const record = (await disk.read(place))?.value
      return isRecord(record) ? record : undefined
    },
    async write(record) {
      await disk.write(place, record.id, record, () => true)
    },
    update: (record) => disk.write(place, record.id, record, (present) => present === record.id),
    clear: (id) => disk.clear(place, id),
  }
}
