import {
  type Arbitrary,
  array,
  assert,
  boolean,
  constant,
  constantFrom,
  dictionary,
  integer,
  type JsonValue,
  jsonValue,
  oneof,
  property,
  record,
  string,
  tuple,
} from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConfigError, parseConfig } from './loadConfig.ts'
import { problemText } from './problemText.ts'
import { fits, type Setting, settings } from './settings.ts'

const numRuns = 1000

/** Names that every object inherits, and one that JSON.parse makes a member of. */
const inherited = constantFrom(
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
)
const anyName = oneof(
  inherited,
  string(),
  constantFrom(...Object.keys(settings), 'hosts', '$schema'),
)
const anyValue = oneof(jsonValue(), constant({ polluted: true }), constantFrom('', '/logo.svg'))

const pool = record({
  region: constantFrom('eu-central-1', 'us-east-1'),
  userPoolId: constantFrom('eu-central-1_AbC', 'us-east-1_AbC'),
  userPoolClientId: constant('client'),
})

/** Some values that a setting may have, where its type tells. */
function valuesOf(setting: Setting): Arbitrary<JsonValue> {
  switch (setting.type) {
    case 'flag':
      return boolean()
    case 'choice':
      return constantFrom(...setting.of)
    case 'choices':
      return array(constantFrom(...setting.of))
    case 'count':
      return integer({ min: setting.from - 1, max: setting.to + 1 })
    case 'names':
      return array(oneof(string(), constantFrom('self', 'https://api.example.com')))
    case 'texts':
      return dictionary(oneof(string(), inherited), string())
    case 'providers':
      return array(record({ name: string(), label: string() }, { requiredKeys: ['name'] }))
    case 'text':
      return oneof(string(), constantFrom('/logo.svg', '#0f4a31', 'https://example.com', 'a b'))
  }
}

/** A section of the file, most of whose settings are valid. */
const section = constantFrom(...Object.entries(settings)).chain(([name, names]) =>
  tuple(
    constant(name),
    record(
      Object.fromEntries(
        Object.entries<Setting>(names).map(([setting, type]) => [setting, valuesOf(type)]),
      ),
      { requiredKeys: [] },
    ),
  ),
)

/** The text of a file that is nearly right, or has anything in it. */
const almostConfig = tuple(
  pool,
  array(section, { maxLength: 3 }),
  array(tuple(anyName, anyValue), { maxLength: 1 }),
).map(([cognito, sections, others]) => toJson([['cognito', cognito], ...sections, ...others]))

/** `JSON.stringify` cannot write a member called `__proto__` of a literal. */
function toJson(members: [string, JsonValue][]): string {
  return `{${members.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`
}

const anyText = oneof(
  string(),
  jsonValue().map((value) => JSON.stringify(value)),
  almostConfig,
)

/** Faults that the whole file may have. */
const aboutTheFile: unknown[] = ['noObject', 'noJson', 'htmlPage']

/** Returns the config, or the error that says what is wrong with it. @throws anything else */
function parse(text: string) {
  try {
    return parseConfig(text)
  } catch (error) {
    if (error instanceof ConfigError) return error
    throw error
  }
}

describe('a config', () => {
  it('of any text is valid, or its problems name their settings and say what is needed', () => {
    const outcomes = new Set<string>()
    assert(
      property(anyText, (text) => {
        const config = parse(text)
        outcomes.add(config instanceof ConfigError ? 'refused' : 'valid')
        if (!(config instanceof ConfigError)) return
        expect(config.problems).not.toEqual([])
        for (const problem of config.problems) {
          // Which setting it is about; where that is none, that it is the file.
          expect(problem.field !== '' || aboutTheFile.includes(problem.fault)).toBe(true)
          expect(problemText(problem, config.cause)).toMatch(/\S/)
        }
      }),
      { numRuns },
    )
    // The files that are tried are not all of one sort.
    expect([...outcomes].sort()).toEqual(['refused', 'valid'])
  })

  it('that is valid has only values that fit, for every host', () => {
    const hosts = dictionary(
      constantFrom('a.example', 'b.example:8443'),
      record({ portal: record({ name: string() }) }),
    )
    const withHosts = tuple(almostConfig, hosts).map(
      ([text, named]) => `${text.slice(0, -1)},"hosts":${JSON.stringify(named)}}`,
    )
    assert(
      property(oneof(almostConfig, withHosts), (text) => {
        const file = parse(text)
        if (file instanceof ConfigError) return
        const { hosts: byHost, ...common } = file
        for (const config of [common, ...byHost.values()]) {
          for (const [name, names] of Object.entries(settings)) {
            const values = config[name as keyof typeof config] as Record<string, unknown>
            expect(Object.keys(names)).toEqual(expect.arrayContaining(Object.keys(values)))
            for (const [setting, type] of Object.entries<Setting>(names)) {
              const isRight = Object.hasOwn(values, setting)
                ? fits(type, values[setting])
                : !('fallback' in type || 'required' in type)
              expect(isRight, `${name}.${setting}`).toBe(true)
            }
          }
        }
      }),
      { numRuns },
    )
  })

  it('changes no prototype, and takes nothing from one', () => {
    const before = Object.getOwnPropertyNames(Object.prototype)
    const names = array(oneof(inherited, constantFrom('cognito', 'portal', 'hosts')), {
      minLength: 1,
      maxLength: 3,
    })
    assert(
      property(names, pool, (path, cognito) => {
        const nested = path.reduceRight(
          (inner, name) => `{${JSON.stringify(name)}:${inner}}`,
          '{"polluted":true}',
        )
        const file = parse(`${toJson([['cognito', cognito]]).slice(0, -1)},${nested.slice(1)}`)
        expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
        expect('polluted' in {}).toBe(false)
        expect(file).toBeInstanceOf(ConfigError)
      }),
      { numRuns },
    )
  })
})

it.each([
  ['[]', [{ field: '', fault: 'noObject' }], 'file: noObject'],
  ['<!doctype html>', [{ field: '', fault: 'htmlPage' }], 'file: htmlPage'],
  ['{', [{ field: '', fault: 'noJson' }], 'file: noJson'],
  [
    '{"cognito":1,"hosts":1,"":1}',
    [
      { field: '""', fault: 'noSetting' },
      { field: 'cognito', fault: 'noObject' },
      { field: 'cognito.region', fault: 'notThisValue' },
      { field: 'cognito.userPoolId', fault: 'notThisValue' },
      { field: 'cognito.userPoolClientId', fault: 'notThisValue' },
      { field: 'hosts', fault: 'noObject' },
    ],
    '"": noSetting; cognito: noObject; cognito.region: notThisValue; cognito.userPoolId: notThisValue; cognito.userPoolClientId: notThisValue; hosts: noObject',
  ],
])('%s is refused with all its problems', (text, problems, message) => {
  expect(parse(text)).toMatchObject({ name: 'ConfigError', problems, message })
})
