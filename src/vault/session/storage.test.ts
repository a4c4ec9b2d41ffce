import { IDBFactory } from 'fake-indexeddb'
import { expect, it } from 'vitest'
import { createWebLocks } from '#test/support/webLocks.ts'
import { createDeviceStore } from './deviceStore.ts'
import { createEncryptedStorage } from './encryptedStorage.ts'
import { createMemoryStore } from './sessionStore.ts'
import { openTabLock } from './tabLock.ts'

/** Changes a value on disk, as a failing disk does. */
async function damage(idb: IDBFactory, name: string, storageKey: string) {
  const opened = idb.open(name)
  await new Promise((resolve) => (opened.onsuccess = resolve))
  const transaction = opened.result.transaction('session', 'readwrite')
  const store = transaction.objectStore('session')
  const read = store.get(storageKey)
  await new Promise((resolve) => (read.onsuccess = resolve))
  store.put({ ...read.result, ciphertext: new ArrayBuffer(40) }, storageKey)
  await new Promise((resolve) => (transaction.oncomplete = resolve))
  opened.result.close()
}

it('reads a damaged value as none, and still knows whose it is', async () => {
  const idb = new IDBFactory()
  const storage = createEncryptedStorage(idb, 'test')
  await storage.write('a', 'id', { secret: 1 }, () => true)
  expect(await storage.read('a')).toEqual({ id: 'id', value: { secret: 1 } })
  await damage(idb, 'test', 'a')
  expect(await storage.read('a')).toEqual({ id: 'id', value: undefined })
  await storage.remove('a', 'id')
  expect(await storage.read('a')).toBeUndefined()
})

it('keeps the devices of several users, and one for each', async () => {
  const store = createDeviceStore(undefined)
  const device = (username: string, key: string) =>
    ({ username, cognitoUsername: `id-${username}`, key, groupKey: 'g', password: 'p' }) as const
  await store.save(device('ada', '1'))
  await store.save(device('grace', '2'))
  await store.save(device('ada', '3'))
  expect((await store.find('ada'))?.key).toBe('3')
  expect((await store.find('id-grace'))?.key).toBe('2')
  await store.forget(device('ada', '1'))
  expect((await store.find('ada'))?.key).toBe('3')
  await store.forget(device('ada', '3'))
  expect(await store.find('ada')).toBeUndefined()
})

it('does not bring back a session in memory that has ended', async () => {
  const store = createMemoryStore()
  const tokens = { accessToken: '', idToken: '', refreshToken: '', clockDriftMs: 0 }
  const record = { id: 'a', rememberMe: false, browserSessionId: 'b', tokens }
  await store.write(record)
  await store.remove('another')
  expect(await store.update(record)).toBe(true)
  await store.remove('a')
  expect(await store.update(record)).toBe(false)
  expect(await store.read()).toBeUndefined()
})

it('lets go of the lock of an open tab when the vault closed before it had it', async () => {
  const locks = createWebLocks()
  const closing = new AbortController()
  closing.abort()
  await openTabLock(locks, 'pool', closing.signal)
  await new Promise((resolve) => setTimeout(resolve))
  expect((await locks.query()).held).toEqual([])
})
