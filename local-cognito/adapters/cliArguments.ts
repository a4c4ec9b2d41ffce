import { DEFAULT_PORT, DEFAULT_STATE } from './node.ts'

export interface Arguments {
  port: number
  state: string
}

export const HELP = `The local Cognito: a small, honest stand-in for Amazon Cognito.

  npm run cognito -- [options]

  --port <number>   port to listen on, the next free one if it is taken (default ${DEFAULT_PORT})
  --memory          keep nothing: a fresh Cognito at each start
  --state <file>    where to keep everything (default ${DEFAULT_STATE})
  --help            this page
`

/** @throws Error naming the argument that is wrong */
export function readArguments(given: readonly string[]): Arguments | 'help' {
  const read: Partial<Arguments> = {}
  const rest = given.flatMap((argument) => splitAtEquals(argument))
  while (rest.length > 0) {
    const argument = rest.shift()
    if (argument === '--help' || argument === '-h') return 'help'
    else if (argument === '--memory') set('state', 'memory', argument)
    else if (argument === '--state') set('state', value(argument), argument)
    else if (argument === '--port') set('port', portOf(value(argument), argument), argument)
    else throw new Error(`Unknown argument "${argument}". Try --help.`)
  }
  return { port: read.port ?? DEFAULT_PORT, state: read.state ?? DEFAULT_STATE }

  function value(argument: string) {
    const next = rest.shift()
    if (next === undefined || next === '' || next.startsWith('--'))
      throw new Error(`${argument} wants a value. Try --help.`)
    return next
  }

  function set<Key extends keyof Arguments>(key: Key, to: Arguments[Key], argument: string) {
    if (read[key] !== undefined)
      throw new Error(`${argument} contradicts an earlier argument: give one of them, once.`)
    read[key] = to
  }
}

const splitAtEquals = (argument: string) =>
  /^--[\w-]+=/.test(argument)
    ? [argument.slice(0, argument.indexOf('=')), argument.slice(argument.indexOf('=') + 1)]
    : [argument]

/** @throws Error naming `what`, when the text is no port number */
export function portOf(text: string, what: string) {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1
  if (port < 0 || port > 65_535)
    throw new Error(`${what} must be a number from 0 to 65535, not "${text}".`)
  return port
}
