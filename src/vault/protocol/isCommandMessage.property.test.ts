import {
  anything,
  assert,
  constantFrom,
  integer,
  oneof,
  property,
  record,
  string,
} from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  accountInputs,
  answerInputs,
  commandInputs,
  validMessage,
} from '#test/support/arbitraryMessages.ts'
import { isAnswer, isCommandMessage } from './isCommandMessage.ts'

const numRuns = 1000

const text = string({ unit: 'binary' })

type Path = (string | number)[]

/** Lists the path of each member and item in it. */
function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null || value instanceof ArrayBuffer) return [path]
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.map((item: unknown, index) => [index, item])
    : Object.entries(value)
  return [path, ...entries.flatMap(([key, member]) => pathsIn(member, [...path, key]))]
}

/** Returns a copy with another value at a path. */
function withValueAt(whole: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value
  const copy = structuredClone(whole) as Record<string | number, unknown>
  copy[key] = withValueAt(copy[key], rest, value)
  return copy
}

/** No member of any message may be one of these. */
const wrong = constantFrom(null, undefined, Number.NaN, 1n, () => undefined, Symbol.iterator)

/** Names that every object inherits. */
const inherited = constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf')

describe('isCommandMessage', () => {
  it('admits every valid message', () => {
    assert(
      property(validMessage, (message) => {
        expect(isCommandMessage(message)).toBe(true)
      }),
      { numRuns },
    )
  })

  it('refuses a message in which any one value is of another type', () => {
    assert(
      property(validMessage, integer({ min: 0 }), wrong, (message, place, value) => {
        // `__proto__` cannot be set by assignment, so it would be no change.
        const places = pathsIn(message).filter((path) => !path.includes('__proto__'))
        const path = places[place % places.length] ?? []
        expect(isCommandMessage(withValueAt(message, path, value)), path.join('.')).toBe(false)
      }),
      { numRuns },
    )
  })

  it('refuses names that are not on the list, inherited ones too', () => {
    const name = oneof(inherited, text)
    assert(
      property(name, name, validMessage, (command, inner, { id, input }) => {
        const account = { userId: 'ada', command: { name: inner, input } }
        expect(isCommandMessage({ id, name: command, input })).toBe(
          Object.hasOwn(commandInputs, command),
        )
        expect(isCommandMessage({ id, name: 'account', input: account })).toBe(
          Object.hasOwn(accountInputs, inner) &&
            isCommandMessage({ id, name: 'account', input: account }),
        )
        expect(isAnswer({ ...input, kind: command })).toBe(
          Object.hasOwn(answerInputs, command) && isAnswer({ ...input, kind: command }),
        )
      }),
      { numRuns },
    )
  })

  it('answers for any value whatever', () => {
    const name = oneof(constantFrom(...Object.keys(commandInputs)), inherited, text)
    const almost = record({ id: oneof(integer(), anything()), name, input: anything() })
    assert(
      property(oneof(anything({ withNullPrototype: true }), almost), (value) => {
        expect(isCommandMessage(value) && !Object.hasOwn(commandInputs, value.name)).toBe(false)
        expect(isAnswer(value) && !Object.hasOwn(answerInputs, value.kind)).toBe(false)
      }),
      { numRuns },
    )
  })
})
