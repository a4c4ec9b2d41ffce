import type { CommandMessage, CommandName, Commands } from '#vault/protocol/commands.ts'
import type { Port, Reply, Snapshot, TabMemory } from '#vault/protocol/messages.ts'
import { AuthError } from './errors.ts'
import type { VaultWatch } from './events/watchVault.ts'

/** Sends a command to the vault and resolves to its answer. Rejects with an {@link AuthError}. */
export type SendCommand = <Name extends CommandName>(
  name: Name,
  input: Commands[Name]['input'],
) => Promise<Commands[Name]['answer']>

/** Receives the name, the outcome and the duration of each command: never an input or an answer. */
export type CommandLog = (name: string, outcome: string, milliseconds: number) => void

interface PendingCommand {
  message: CommandMessage
  resolve: (answer: never) => void
  reject: (error: AuthError) => void
}

/**
 * Pairs answers with commands by their id, and passes on every snapshot.
 *
 * A vault that has not answered yet is sent its first command only, `start`. Others follow its first reply, so that
 * one that the user was told about as failed is not carried out later.
 *
 * @param log for development; see `debugLog.ts`.
 * @param watch receives every message; see `events/watchVault.ts`.
 */
export function createCommandSender(
  port: Port<CommandMessage, Reply>,
  onSnapshot: (snapshot: Snapshot, tab: TabMemory) => void,
  log: CommandLog | undefined,
  watch: VaultWatch | undefined,
): SendCommand {
  const pending = new Map<number, PendingCommand>()
  let lastId = 0
  let hasAnswered = false
  let failure: AuthError | undefined

  port.onmessage = ({ data: reply }) => {
    watch?.(reply)
    if (reply.kind === 'failed') {
      // After a first reply the vault is running: an error in it is logged in its console.
      if (hasAnswered) return
      failure = new AuthError({ code: reply.code })
      for (const { reject } of pending.values()) reject(failure)
      pending.clear()
      return
    }
    if (!hasAnswered) {
      hasAnswered = true
      failure = undefined
      for (const [id, { message }] of pending) if (id > 1) port.postMessage(message)
    }
    if (reply.kind === 'snapshot') {
      onSnapshot(reply.snapshot, reply.tab)
      return
    }
    const command = pending.get(reply.id)
    pending.delete(reply.id)
    if (reply.kind === 'error') command?.reject(new AuthError(reply.error))
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the vault's handlers are typed by the same table, so the answer is this command's
    else command?.resolve(reply.answer as never)
  }

  const send: SendCommand = (name, input) =>
    new Promise((resolve, reject) => {
      if (failure) return reject(failure)
      lastId += 1
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- TypeScript cannot see that a name and its own input make one member of the union
      const message = { id: lastId, name, input } as CommandMessage
      watch?.(message)
      pending.set(lastId, { message, resolve, reject })
      if (hasAnswered || lastId === 1) port.postMessage(message)
    })

  return import.meta.env.DEV && log ? withLog(send, log) : send
}

function withLog(send: SendCommand, log: CommandLog): SendCommand {
  return async (name, input) => {
    const start = performance.now()
    // Of an account command, the interesting name is the inner one.
    const label = 'command' in input ? `account.${input.command.name}` : name
    const finish = (outcome: string) => log(label, outcome, performance.now() - start)
    try {
      const answer = await send(name, input)
      finish('done')
      return answer
    } catch (error) {
      finish(error instanceof AuthError ? error.code : 'failed')
      throw error
    }
  }
}
