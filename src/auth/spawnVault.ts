import workerUrl from '#vault/worker.ts?worker&url'
import type { Port, Reply, Request } from '#vault/messages.ts'

/**
 * Starts the vault in its Worker. The only place that reaches it, and the only Trusted Types policy:
 * the strict CSP admits script URLs through `portal-worker` alone, and this admits one URL.
 * https://www.w3.org/TR/trusted-types/
 */
export function spawnVault(): Port<Request, Reply> {
  const worker = new Worker(trustedUrl(), { type: 'module', name: 'vault' })
  worker.onerror = () => {
    const failed: Reply = { type: 'failed' }
    worker.dispatchEvent(new MessageEvent('message', { data: failed }))
  }
  return worker
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
