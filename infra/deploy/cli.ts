import { openClients } from './clients.ts'
import { main } from './main.ts'

// The SDK that the lock file pins runs on this Node; what later ones want is for whoever updates it.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true'

const interrupted = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // Once: who asks a second time wants no sentence first.
  process.once(signal, () => interrupted.abort())
}

process.exitCode = await main(process.argv.slice(2), {
  open: openClients,
  now: () => new Date(),
  say: (line) => console.log(line),
  complain: (line) => console.error(line),
  // npm starts it in infra/; what people type is seen from where they are.
  folder: process.env['INIT_CWD'] ?? process.cwd(),
  signal: interrupted.signal,
})
