/** What the vault needs of the browser it runs in. */
export interface VaultEnvironment {
  /** Of the portal: what `self` means among `api.origins`. */
  origin: string
  indexedDB: IDBFactory
  locks: LockManager
  openChannel: (name: string) => BroadcastChannel
}
