import { main } from './main.ts'
import { openCognito } from './openCognito.ts'

process.exitCode = await main(process.argv.slice(2), {
  open: openCognito,
  say: (text) => console.log(text),
  complain: (text) => console.error(text),
  // npm starts it in infra/; what people type is seen from where they are.
  folder: process.env['INIT_CWD'] ?? process.cwd(),
})
