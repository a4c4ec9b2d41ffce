import type { VaultEnvironment } from './environment.ts'
import { VaultError } from '#vault/cognito/vaultError.ts'
import type { AuthErrorData, CommandName, Port, Reply, Request } from '#vault/protocol/messages.ts'
import { hasId, isRequest } from '#vault/protocol/isRequest.ts'
import { startVault, type Vault } from './vault.ts'

/** Reads that need not wait for a sign-in under way, nor it for them. */
const unordered: ReadonlySet<CommandName> = new Set(['prepareSignIn', 'own'])

/**
 * Answers the page over `port`, for as long as the page lives. Commands that move the state are
 * carried out one after the other.
 *
 * @returns what ends it.
 * @throws {Error} when the port is served already. A worker's entry that is evaluated twice would otherwise
 *   take the port over, and refuse every command as "not started".
 */
export function serveVault(port: Port<Reply, unknown>, environment: VaultEnvironment): () => void {
  if (port.onmessage) throw new Error('The vault is already served on this port')
  let starting: Promise<Vault> | undefined
  let queue: Promise<unknown> = Promise.resolve()

  async function carryOut(request: Request): Promise<unknown> {
    if (request.name === 'start') {
      if (starting) throw new VaultError({ code: 'unexpected', detail: 'started twice' })
      starting = startVault(environment, request.input, (snapshot, tab) => {
        port.postMessage({ kind: 'snapshot', snapshot, tab })
      })
      await starting
      return undefined
    }
    if (!starting) throw new VaultError({ code: 'unexpected', detail: 'not started' })
    const vault = await starting
    if (unordered.has(request.name)) return run(vault, request)
    const turn = queue.then(() => run(vault, request))
    queue = turn.catch(() => undefined)
    return turn
  }

  async function answer(request: Request) {
    const { id } = request
    try {
      port.postMessage({ kind: 'answer', id, answer: await carryOut(request) })
    } catch (error) {
      port.postMessage({ kind: 'error', id, error: toData(error) })
    }
  }

  port.onmessage = ({ data }) => {
    if (isRequest(data)) {
      void answer(data)
      return
    }
    // Only a page that speaks another version of these messages gets here.
    console.error('The vault was sent something that is no request.')
    if (hasId(data)) {
      port.postMessage({ kind: 'error', id: data.id, error: { code: 'unexpected' } })
    }
  }
  return () => {
    port.onmessage = null
    void starting?.then((vault) => vault.close())
  }
}

/** One case each, so that every command meets its own input type. */
function run(vault: Vault, request: Exclude<Request, { name: 'start' }>): Promise<unknown> {
  switch (request.name) {
    case 'prepareSignIn':
      return vault.prepareSignIn(request.input)
    case 'late':
      return vault.late(request.input)
    case 'own':
      return vault.own(request.input)
    case 'signOut':
      return vault.signOut(request.input)
  }
}

function toData(error: unknown): AuthErrorData {
  if (error instanceof VaultError) return error.data
  // A mistake of ours: the page gets a code, the console what a developer needs.
  console.error(error)
  return { code: 'unexpected' }
}
