import { argv, exit, stderr, stdout } from 'node:process'
import { HELP, readArguments } from './cliArguments.ts'
import { refuseProduction, startServer } from './node.ts'
import { accountsTable, messageLine } from './terminal.ts'

const read = orExit(2, () => readArguments(argv.slice(2)))
if (read === 'help') {
  stdout.write(HELP)
  exit(0)
}
orExit(1, refuseProduction)
const server = await startServer({
  ...read,
  onMessage: (message) => print(messageLine(message)),
  onNotice: print,
}).catch(fail(1))

print(`Local Cognito ready on ${server.origin}`)
print(`Mailbox and accounts: ${server.origin}/_local`)
print(accountsTable())

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    server.close().then(() => exit(0), fail(1))
  })

function print(text: string) {
  stdout.write(`${text}\n`)
}

function orExit<T>(status: number, work: () => T) {
  try {
    return work()
  } catch (error) {
    return fail(status)(error)
  }
}

function fail(status: number) {
  return (error: unknown): never => {
    stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return exit(status)
  }
}
