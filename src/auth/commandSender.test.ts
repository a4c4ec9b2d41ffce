import { expect, it } from 'vitest'
import type { CommandMessage } from '#vault/protocol/commands.ts'
import type { Port, Reply } from '#vault/protocol/messages.ts'
import { createCommandSender } from './commandSender.ts'

function open() {
  const sent: CommandMessage[] = []
  const port: Port<CommandMessage, Reply> = {
    postMessage: (message) => sent.push(message),
    onmessage: null,
  }
  const send = createCommandSender(port, () => undefined, undefined, undefined)
  const reply = (data: Reply) => port.onmessage?.(new MessageEvent('message', { data }))
  return { sent, send, reply }
}

it('rejects all commands, those to come as well, when the vault does not start', async () => {
  const { send, reply } = open()
  const waiting = send('signOut', {})
  reply({ kind: 'failed', code: 'notLoaded' })
  await expect(waiting).rejects.toMatchObject({ code: 'notLoaded' })
  await expect(send('signOut', {})).rejects.toMatchObject({ code: 'notLoaded' })
})

it('goes on after an error of a vault that runs', async () => {
  const { sent, send, reply } = open()
  reply({ kind: 'snapshot', snapshot: { status: 'signedOut' }, tab: { browserSessionId: 'a' } })
  reply({ kind: 'failed', code: 'notLoaded' })
  // An answer to a command that nobody has sent is ignored.
  reply({ kind: 'answer', id: 99, answer: undefined })
  const waiting = send('signOut', {})
  reply({ kind: 'answer', id: sent[0]?.id ?? 0, answer: { revoked: true } })
  expect(await waiting).toEqual({ revoked: true })
})
