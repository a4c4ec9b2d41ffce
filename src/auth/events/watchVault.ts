import type { CommandMessage } from '#vault/protocol/commands.ts'
import type { Reply } from '#vault/protocol/messages.ts'
import type { EventReceivers } from './authEvent.ts'

/** Receives every message between the page and the vault. */
export type VaultWatch = (message: CommandMessage | Reply) => void

/** Loads the code of the events, which gets the messages with the time and the page of each. */
export function watchVault(receivers: EventReceivers): VaultWatch | undefined {
  if (!receivers.endpoint && !receivers.onEvent) return undefined
  const loading = import('./createEvents.ts').then(({ createEvents }) => createEvents(receivers))
  // Without the code there are no events; everything else goes on.
  loading.catch(reportError)
  return (message) => {
    const now = performance.now()
    const { pathname } = location
    loading.then(
      (watch) => watch(message, now, pathname),
      () => undefined,
    )
  }
}
