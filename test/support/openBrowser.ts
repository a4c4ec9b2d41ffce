import { IDBFactory } from 'fake-indexeddb'
import { onTestFinished } from 'vitest'
import type { Auth } from '#auth/auth.ts'
import { createAuth } from '#auth/createAuth.ts'
import type { PortalConfig } from '#config/portalConfig.ts'
import type { VaultEnvironment } from '#vault/protocol/environment.ts'
import type { TabMemory } from '#vault/protocol/messages.ts'
import { serveVault } from '#vault/serveVault.ts'
import { createWebLocks } from './webLocks.ts'

export interface Tab {
  auth: Auth
  /** Everything the vault ever said to this page. */
  heard: unknown[]
  /** What the tab remembers now. */
  memory: () => TabMemory
  close: () => void
}

/**
 * A browser whose tabs share storage and locks. Each tab has the real vault behind a real
 * `MessageChannel`: only the thread is missing.
 *
 * @param differences what this browser has instead, or lacks.
 */
export function openBrowser(config: PortalConfig, differences: Partial<VaultEnvironment> = {}) {
  const environment: VaultEnvironment = {
    origin: 'https://portal.test',
    indexedDB: new IDBFactory(),
    locks: createWebLocks(),
    openChannel: (name) => new BroadcastChannel(name),
    ...differences,
  }

  function openTab(remembered?: TabMemory): Tab {
    const { port1: page, port2: vault } = new MessageChannel()
    const closeVault = serveVault(vault, environment)
    const heard: unknown[] = []
    page.addEventListener('message', ({ data }) => heard.push(data))
    let memory = remembered ?? { browserSessionId: crypto.randomUUID() }
    const auth = createAuth(page, {
      config,
      tab: memory,
      remember: (next) => {
        memory = next
      },
    })
    const close = () => {
      closeVault()
      page.close()
    }
    onTestFinished(close)
    return { auth, heard, memory: () => memory, close }
  }

  return {
    openTab,
    /** The same tab, its page loaded anew. */
    reload(tab: Tab): Tab {
      tab.close()
      return openTab(tab.memory())
    },
  }
}
