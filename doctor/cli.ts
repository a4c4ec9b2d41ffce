import process from 'node:process'
import { main } from './main.ts'

process.exitCode = await main(process.argv.slice(2), {
  print: (text) => console.log(text),
  printError: (text) => console.error(text),
  env: process.env,
})
