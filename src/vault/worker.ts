/** The vault's entry: a dedicated Worker, one for each tab. */
import { readEnvironment } from './protocol/environment.ts'
import { serveVault } from './serveVault.ts'

serveVault(self, readEnvironment(self))

// The browser loads its calendar and language data at the first use of Intl, once for the page and its
// workers together. Here it keeps nobody waiting; in the page it would, for 16 ms and on a slow phone 60.
setTimeout(() => new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' }))
