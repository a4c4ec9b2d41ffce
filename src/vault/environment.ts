/** What the vault needs of the browser it runs in. */
export interface VaultEnvironment {
  indexedDB: IDBFactory
  locks: LockManager
  openChannel: (name: string) => BroadcastChannel
}
