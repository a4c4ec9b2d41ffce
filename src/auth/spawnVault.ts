import type { CommandMessage } from '#vault/protocol/commands.ts'
import type { Port, Reply } from '#vault/protocol/messages.ts'
import workerUrl from '#vault/worker.ts?worker&url'

/**
 * Starts the vault in its Worker. No other file of the page refers to it. Also creates the only Trusted Types
 * policy that the CSP allows, `portal-worker`, which accepts the Worker's URL and no other.
 * https://www.w3.org/TR/trusted-types/
 *
 * @returns the Worker's port. It receives a reply of kind `failed` when the Worker does not start or crashes.
 */
export function spawnVault(): Port<CommandMessage, Reply> {
  const worker = startWorker(trustedUrl())
  worker.onerror = () => {
    const failed: Reply = { kind: 'failed' }
    worker.dispatchEvent(new MessageEvent('message', { data: failed }))
  }
  return worker
}

/**
 * Starts a module worker. A browser without module workers runs the same file as a classic worker, because it is
 * built as one file without imports. Some of these browsers ignore `type`, others throw.
 */
function startWorker(url: string): Worker {
  try {
    return new Worker(url, { type: 'module', name: 'vault' })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return new Worker(url, { name: 'vault' })
  }
}

function trustedUrl(): string {
  const policy = window.trustedTypes?.createPolicy('portal-worker', {
    createScriptURL(url) {
      if (url !== workerUrl) throw new TypeError('portal-worker accepts the URL of the vault only')
      return url
    },
  })
  return policy?.createScriptURL(workerUrl) ?? workerUrl
}
