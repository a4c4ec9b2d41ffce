import type { CommandMessage } from '#vault/protocol/commands.ts'
import type { Port, Reply } from '#vault/protocol/messages.ts'
import workerUrl from '#vault/worker.ts?worker&url'

/**
 * Starts the vault in its Worker. No other file of the page refers to it. Also creates the only Trusted Types
 * policy that the CSP allows, `portal-worker`, which accepts the Worker's URL and no other.
 * https://www.w3.org/TR/trusted-types/
 *
 * @returns the Worker's port. It receives a reply of kind `failed` when the Worker does not start or crashes, and
 *   when it has not answered after five seconds, which is more than a vault takes that waits for its browser.
 * @throws where the browser blocks Workers, after `src/start.ts` has shown that.
 */
export function spawnVault(): Port<CommandMessage, Reply> {
  const worker = startWorker(trustedUrl())
  const fail = (code: 'notLoaded' | 'unexpected') => {
    const failed: Reply = { kind: 'failed', code }
    worker.dispatchEvent(new MessageEvent('message', { data: failed }))
  }
  // Ignored once the vault has answered.
  setTimeout(fail, patienceMs, 'notLoaded')
  // A script that did not arrive has no message. https://html.spec.whatwg.org/#run-a-worker
  worker.onerror = ({ message }) => fail(message ? 'unexpected' : 'notLoaded')
  return worker
}

/** More than the vault waits for a silent browser (`browserPatienceMs`). */
const patienceMs = 5000

/**
 * Starts a module worker. A browser without module workers runs the same file as a classic worker, because it is
 * built as one file without imports. Some of these browsers ignore `type`, others throw.
 */
function startWorker(url: string): Worker {
  let refusal: unknown
  for (const options of [{ type: 'module' as const }, {}]) {
    try {
      return new Worker(url, { ...options, name: 'vault' })
    } catch (error) {
      refusal = error
    }
  }
  window.showTooOld?.(['Worker'])
  throw refusal
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
