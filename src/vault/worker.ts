/** The vault's entry: a dedicated Worker, one for each tab. */
import { serveVault } from './serveVault.ts'

serveVault(self, {
  indexedDB,
  locks: navigator.locks,
  openChannel: (name) => new BroadcastChannel(name),
})
