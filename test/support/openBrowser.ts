import { IDBFactory } from 'fake-indexeddb'
import { onTestFinished } from 'vitest'
import type { Auth } from '#auth/auth.ts'
import { createAuth } from '#auth/createAuth.ts'
import type { DebugLog } from '#auth/debugLog.ts'
import type { EventReceivers } from '#auth/events/authEvent.ts'
import type { PortalConfig } from '#config/portalConfig.ts'
import { readEnvironment, type VaultEnvironment } from '#vault/protocol/environment.ts'
import type { TabMemory } from '#vault/protocol/messages.ts'
import { serveVault } from '#vault/serveVault.ts'
import { countStorage } from './countStorage.ts'
import { createWebLocks } from './webLocks.ts'

export interface Tab {
  auth: Auth
  /** All messages of the vault to this page. */
  receivedMessages: unknown[]
  /** Returns the data that the tab stores for its next reload. */
  memory: () => TabMemory
  close: () => void
}

/**
 * Opens a browser whose tabs share storage and locks. Each tab has the real vault behind a real
 * `MessageChannel`, in the thread of the test instead of a Worker.
 *
 * @param differences features that this browser lacks (undefined) or implements differently
 */
export function openBrowser(config: PortalConfig, differences: Partial<VaultEnvironment> = {}) {
  let online = true
  const location = { origin: 'https://portal.test' }
  const indexedDB = new IDBFactory()
  const { isIdle } = countStorage(indexedDB)
  const openTabs = new Set<Auth>()

  const environment: VaultEnvironment = {
    origin: location.origin,
    indexedDB,
    locks: createWebLocks(),
    openChannel: readEnvironment({ location, BroadcastChannel }).openChannel,
    isOnline: () => online,
    ...differences,
  }

  function openTab(remembered?: TabMemory, debugLog?: DebugLog, events?: EventReceivers): Tab {
    const { port1: page, port2: vault } = new MessageChannel()
    const closeVault = serveVault(vault, environment)
    const receivedMessages: unknown[] = []
    page.addEventListener('message', ({ data }) => receivedMessages.push(data))
    let memory = remembered ?? { browserSessionId: crypto.randomUUID() }
    const auth = createAuth(page, {
      config,
      tab: memory,
      remember: (next) => {
        memory = next
      },
      debugLog,
      ...(events && { events }),
    })
    openTabs.add(auth)
    const close = () => {
      openTabs.delete(auth)
      closeVault()
      page.close()
    }
    onTestFinished(close)
    return { auth, receivedMessages, memory: () => memory, close }
  }

  return {
    openTab,
    /** Whether the storage has nothing more to do, so that the time may be moved. */
    isIdle,
    /** Tells the tabs whether there is a network, as `main.tsx` does. A test makes the requests fail beside this. */
    setOnline(isOnline: boolean) {
      online = isOnline
      if (online) for (const auth of openTabs) auth.networkRestored()
    },
    /** Reloads the page of a tab. */
    reload(tab: Tab): Tab {
      tab.close()
      return openTab(tab.memory())
    },
  }
}
