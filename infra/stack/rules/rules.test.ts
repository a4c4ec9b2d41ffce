import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { complete, examples } from '../examples.ts'
import type { StackSettings } from '../stackSettings.ts'
import { synthesize } from '../synthesize.ts'
import { readTemplate } from '../template.ts'
import { behaviourRules } from './behaviourRules.ts'
import { bucketPolicyRules } from './bucketPolicyRules.ts'
import { bucketRules } from './bucketRules.ts'
import { clientRules } from './clientRules.ts'
import { edgeRules } from './edgeRules.ts'
import { headerRules } from './headerRules.ts'
import { poolRules } from './poolRules.ts'
import { shapeRules } from './shapeRules.ts'
import { stackRules } from './stackRules.ts'

const rules = [
  ...poolRules,
  ...clientRules,
  ...bucketRules,
  ...bucketPolicyRules,
  ...edgeRules,
  ...behaviourRules,
  ...headerRules,
  ...shapeRules,
  ...stackRules,
]

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-rules-'))
afterAll(() => rmSync(folder, { recursive: true }))

const textOf = (settings: StackSettings) => synthesize(settings, mkdtempSync(join(folder, 'out-')))

describe.each(Object.entries(examples))('a stack of %s', (_, settings) => {
  const template = readTemplate(textOf(settings))

  it.each(rules.map(({ name, check }) => [name, check] as const))('%s', (_name, check) => {
    expect(() => check(template)).not.toThrow()
  })
})

describe('mistakes', () => {
  const text = textOf(complete)
  const mistakes = rules.flatMap(({ name, check, mistakes: made }) =>
    Object.entries(made).map(([mistake, make]) => [name, mistake, check, make] as const),
  )

  it.each(mistakes)('%s: caught when %s', (_name, _mistake, check, make) => {
    const template = readTemplate(text)
    make(template)
    const mistaken = readTemplate(JSON.stringify(template))
    expect(JSON.stringify(mistaken)).not.toBe(JSON.stringify(readTemplate(text)))
    expect(() => check(mistaken)).toThrow(Error)
  })

  it('every rule has one that it catches', () => {
    expect(rules.filter((rule) => Object.keys(rule.mistakes).length === 0)).toEqual([])
  })

  it('there are as many rules and mistakes as are asked for', () => {
    expect(rules.length).toBeGreaterThanOrEqual(40)
    expect(mistakes.length).toBeGreaterThanOrEqual(20)
  })
})
