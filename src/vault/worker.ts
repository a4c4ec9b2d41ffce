/** Entry of the vault: a dedicated Worker, one for each tab. */
import { readEnvironment } from './protocol/environment.ts'
import { serveVault } from './serveVault.ts'

serveVault(self, readEnvironment(self))

// Loads the browser's locale data ahead of time. The first use of Intl does so, once for a page and its workers;
// in the page it would block for 16 ms, and for 60 ms on a slow phone.
setTimeout(() => new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' }))
