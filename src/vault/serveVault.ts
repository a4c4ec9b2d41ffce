import { VaultError } from '#vault/cognito/vaultError.ts'
import { BrowserFailure } from '#vault/protocol/askBrowser.ts'
import type { CommandHandlers, CommandMessage, CommandName } from '#vault/protocol/commands.ts'
import type { VaultEnvironment } from '#vault/protocol/environment.ts'
import type { AuthErrorData } from '#vault/protocol/errors.ts'
import { hasId, isCommandMessage } from '#vault/protocol/isCommandMessage.ts'
import type { Port, Reply } from '#vault/protocol/messages.ts'
import { startVault, type Vault } from './vault.ts'

/** Commands that are not queued: they neither wait for a sign-in nor delay one. */
const unqueued: ReadonlySet<CommandName> = new Set([
  'prepareSignIn',
  'networkRestored',
  'account',
  'checkSession',
])

/**
 * Handles the commands of a page until it closes. Commands that change the state run one after the other.
 *
 * @param port the worker's own scope; in tests a MessagePort.
 * @returns a function that stops the vault.
 * @throws {Error} when the port is served already. Otherwise a worker's entry that is evaluated twice would
 *   take the port over, and refuse every command as "not started".
 */
export function serveVault(port: Port<Reply, unknown>, environment: VaultEnvironment): () => void {
  if (port.onmessage) throw new Error('The vault is already served on this port')
  let starting: Promise<Vault> | undefined
  let queue: Promise<unknown> = Promise.resolve()

  async function execute(message: CommandMessage): Promise<unknown> {
    if (message.name === 'start') {
      if (starting) throw new VaultError({ code: 'unexpected', detail: 'started twice' })
      starting = startVault(environment, message.input, (snapshot, tab) => {
        port.postMessage({ kind: 'snapshot', snapshot, tab })
      })
      await starting
      return undefined
    }
    if (!starting) throw new VaultError({ code: 'unexpected', detail: 'not started' })
    const { handlers } = await starting
    if (unqueued.has(message.name)) return handle(handlers, message)
    const result = queue.then(() => handle(handlers, message))
    queue = result.catch(() => undefined)
    return result
  }

  async function reply(message: CommandMessage) {
    const { id } = message
    try {
      port.postMessage({ kind: 'answer', id, answer: await execute(message) })
    } catch (error) {
      port.postMessage({ kind: 'error', id, error: toData(error) })
    }
  }

  port.onmessage = ({ data }) => {
    if (isCommandMessage(data)) {
      void reply(data)
      return
    }
    // Only a page of another version sends such a message.
    console.error('The vault received a message that is not a valid request.')
    if (hasId(data)) {
      port.postMessage({ kind: 'error', id: data.id, error: { code: 'unexpected' } })
    }
  }
  return () => {
    port.onmessage = null
    starting?.then(
      (vault) => vault.close(),
      // The page was told why it did not start.
      () => undefined,
    )
  }
}

function handle<Name extends keyof CommandHandlers>(
  handlers: CommandHandlers,
  { name, input }: CommandMessage<Name>,
): Promise<unknown> {
  return handlers[name](input)
}

function toData(error: unknown): AuthErrorData {
  if (error instanceof VaultError) return error.data
  if (error instanceof BrowserFailure) {
    return { code: 'unsupportedBrowser', detail: error.feature }
  }
  // A bug in the vault: the page gets a code, the console the error.
  console.error(error)
  return { code: 'unexpected' }
}
