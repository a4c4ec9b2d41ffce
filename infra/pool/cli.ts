import { main } from './main.ts'
import { openCognito } from './openCognito.ts'

// The SDK that the lock file pins runs on this Node; what later ones want is for whoever updates it.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true'

process.exitCode = await main(process.argv.slice(2), {
  open: openCognito,
  say: (text) => console.log(text),
  complain: (text) => console.error(text),
  // npm starts it in infra/; what people type is seen from where they are.
  folder: process.env['INIT_CWD'] ?? process.cwd(),
})
