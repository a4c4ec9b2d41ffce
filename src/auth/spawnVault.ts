import workerUrl from '#vault/worker.ts?worker&url'
import type { Port, Reply, Request } from '#vault/protocol/messages.ts'

/**
 * Starts the vault in its Worker. The only place that reaches it, and the only Trusted Types policy:
 * the strict CSP admits script URLs through `portal-worker` alone, and this admits one URL.
 * https://www.w3.org/TR/trusted-types/
 */
export function spawnVault(): Port<Request, Reply> {
  const worker = startWorker(trustedUrl())
  worker.onerror = () => {
    const failed: Reply = { kind: 'failed' }
    worker.dispatchEvent(new MessageEvent('message', { data: failed }))
  }
  return worker
}

/**
 * Starts a module worker. A browser that has none runs the same file as a classic worker: it is built as one file,
 * without an import. Some ignore `type` by themselves, others throw.
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
      if (url !== workerUrl) throw new TypeError('portal-worker admits the vault only')
      return url
    },
  })
  return policy?.createScriptURL(workerUrl) ?? workerUrl
}
