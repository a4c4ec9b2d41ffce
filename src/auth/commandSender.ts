import type {
  CommandName,
  SignInCommands,
  SignInCommandName,
  SignInCommand,
  Commands,
  Port,
  Reply,
  Request,
  Snapshot,
  TabMemory,
} from '#vault/protocol/messages.ts'
import { AuthError } from './errors.ts'

/** Gives the vault a command and waits for its answer. Rejects with an {@link AuthError}. */
type Send = <Name extends CommandName>(
  name: Name,
  input: Commands[Name]['input'],
) => Promise<Commands[Name]['answer']>

/** The same for the commands in `LateCommands`. */
type SendLate = <Name extends SignInCommandName>(
  name: Name,
  input: SignInCommands[Name]['input'],
) => Promise<SignInCommands[Name]['answer']>

export interface CommandSender {
  send: Send
  later: SendLate
}

interface PendingCommand {
  resolve: (answer: never) => void
  reject: (error: AuthError) => void
}

/** Pairs answers with commands by their id, and hands on every snapshot. */
export function createCommandSender(
  port: Port<Request, Reply>,
  onSnapshot: (snapshot: Snapshot, tab: TabMemory) => void,
): CommandSender {
  const waiting = new Map<number, PendingCommand>()
  let lastId = 0
  let answered = false
  let failed = false

  port.onmessage = ({ data: reply }) => {
    if (reply.kind !== 'failed') answered = true
    if (reply.kind === 'snapshot') {
      onSnapshot(reply.snapshot, reply.tab)
      return
    }
    if (reply.kind === 'failed') {
      // A vault that has answered is alive: what went wrong in it is in the console.
      if (answered) return
      failed = true
      for (const { reject } of waiting.values()) reject(new AuthError({ code: 'network' }))
      return
    }
    const command = waiting.get(reply.id)
    waiting.delete(reply.id)
    if (reply.kind === 'error') command?.reject(new AuthError(reply.error))
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the vault's handlers are typed by the same table, so the answer is this command's
    else command?.resolve(reply.answer as never)
  }

  const send: Send = (name, input) =>
    new Promise((resolve, reject) => {
      if (failed) return reject(new AuthError({ code: 'network' }))
      lastId += 1
      waiting.set(lastId, { resolve, reject })
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- TypeScript cannot see that a name and its own input make one member of the union
      port.postMessage({ id: lastId, name, input } as Request)
    })

  return {
    send,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above; and the answer is that of the name
    later: (name, input) => send('late', { name, input } as SignInCommand) as Promise<never>,
  }
}
