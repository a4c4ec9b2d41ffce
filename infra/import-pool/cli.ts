import { main } from './main.ts'
import { openCognito } from './readPool.ts'

// The SDK in the lock file runs on this Node; the warning is about later versions.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true'

process.exitCode = await main(process.argv.slice(2), {
  openCognito,
  print: (text) => console.log(text),
  printError: (text) => console.error(text),
  // npm starts the command in infra/; paths are relative to the operator's folder.
  folder: process.env['INIT_CWD'] ?? process.cwd(),
})
