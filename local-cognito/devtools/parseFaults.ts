import type { ErrorType } from '#local-cognito/errors.ts'
import { operations } from '#local-cognito/operations/operations.ts'
import type { Fault } from './faultInjection.ts'

/**
 * Parses the body of `PUT /_local/faults`.
 * @throws TypeError naming the member that is wrong
 */
export function parseFaults(json: unknown): Fault[] {
  if (!Array.isArray(json)) throw new TypeError('The body must be a JSON array of faults.')
  return json.map((fault: unknown, index) => parseFault(fault, `[${index}]`))
}

const MEMBERS = [
  'operation',
  'clientId',
  'times',
  'delayMs',
  'type',
  'message',
  'status',
  'body',
  'network',
]

function parseFault(json: unknown, at: string): Fault {
  if (typeof json !== 'object' || json === null) throw wrong(at, 'must be an object')
  const given = new Map<string, unknown>(Object.entries(json))
  for (const name of given.keys())
    if (!MEMBERS.includes(name)) throw wrong(`${at}.${name}`, `is none of ${MEMBERS.join(', ')}`)

  const string = (name: string) => {
    const value = given.get(name)
    if (value === undefined || typeof value === 'string') return value
    throw wrong(`${at}.${name}`, 'must be a string')
  }
  const integer = (name: string, least: number, most: number) => {
    const value = given.get(name)
    if (value === undefined) return value
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most)
      return value
    throw wrong(`${at}.${name}`, `must be a whole number from ${least} to ${most}`)
  }

  const operation = string('operation') ?? ''
  if (!Object.hasOwn(operations, operation))
    throw wrong(`${at}.operation`, 'must be an action that the local Cognito serves')
  const type = string('type')
  if (type !== undefined && !isErrorType(type))
    throw wrong(`${at}.type`, 'must be the name of an exception, like TooManyRequestsException')
  const network = string('network')
  if (network !== undefined && network !== 'reset') throw wrong(`${at}.network`, 'must be "reset"')

  const clientId = string('clientId')
  const times = integer('times', 1, 1_000_000)
  const delayMs = integer('delayMs', 0, 600_000)
  const message = string('message')
  const status = integer('status', 200, 599)
  const body = string('body')
  return {
    operation,
    ...(clientId !== undefined && { clientId }),
    ...(times !== undefined && { times }),
    ...(delayMs !== undefined && { delayMs }),
    ...(type !== undefined && { type }),
    ...(message !== undefined && { message }),
    ...(status !== undefined && { status }),
    ...(body !== undefined && { body }),
    ...(network !== undefined && { network }),
  }
}

/** Checks the shape only: the names exist in types, not at run time. */
const isErrorType = (name: string): name is ErrorType => /^[A-Z]\w*Exception$/.test(name)

const wrong = (at: string, problem: string) => new TypeError(`${at} ${problem}.`)
