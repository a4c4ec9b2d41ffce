import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import type { StackSettings } from '../stackSettings.ts'
import { synthesize } from '../synthesize.ts'
import { complete, examples } from './examples.ts'

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

export interface TemplateJson {
  Resources: Record<string, Resource>
  Outputs: Record<string, { Value: Json }>
  Rules?: { [name: string]: Json }
  [section: string]: unknown
}

interface Resource {
  Type: string
  Properties: { [name: string]: Json }
  DeletionPolicy?: string
}

/** A synthesized stack, for the assertions of CDK and as JSON. */
export interface Synthesized {
  template: Template
  json: TemplateJson
  settings: StackSettings
}

export interface Invariant {
  name: string
  /** @throws if the invariant does not hold. */
  check: (stack: Synthesized) => void
  /** Changes to the template of `complete` that the check must notice. */
  mistakes: Record<string, Mistake>
}

export type Mistake = (json: TemplateJson) => void

const texts = new Map<StackSettings, string>()

/** Synthesizes each example once: it takes a second. */
export function templateText(settings: StackSettings): string {
  const known = texts.get(settings)
  if (known !== undefined) return known
  const outdir = mkdtempSync(join(tmpdir(), 'gatehouse-stack-'))
  try {
    const text = synthesize(settings, outdir)
    texts.set(settings, text)
    return text
  } finally {
    rmSync(outdir, { recursive: true })
  }
}

function parse(text: string): TemplateJson {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the text is CDK's own template
  return JSON.parse(text) as TemplateJson
}

/** Checks each invariant with every example, and that it fails for each of its mistakes. */
export function testInvariants(invariants: Invariant[]): void {
  const stackOf = (json: TemplateJson, settings: StackSettings): Synthesized => ({
    template: Template.fromJSON(json),
    json,
    settings,
  })

  describe.each(Object.entries(examples))('a stack of %s', (_, settings) => {
    const stack = stackOf(parse(templateText(settings)), settings)
    it.each(invariants.map(({ name, check }) => [name, check] as const))('%s', (_name, check) => {
      expect(() => check(stack)).not.toThrow()
    })
  })

  const named = invariants.map(({ name, ...rest }) => [name, rest] as const)
  describe.each(named)('%s', (_name, { check, mistakes }) => {
    it.each(Object.entries(mistakes))('fails for: %s', (_, make) => {
      const json = parse(templateText(complete))
      make(json)
      expect(JSON.stringify(json)).not.toBe(JSON.stringify(parse(templateText(complete))))
      expect(() => check(stackOf(json, complete))).toThrow(Error)
    })
  })
}

/** @param name path of the construct, to which CDK appends eight hexadecimal digits. */
export function idOf({ Resources }: TemplateJson, name: string): string {
  const id = Object.keys(Resources).find((one) => one.replace(/[\dA-F]{8}$/, '') === name)
  if (id === undefined) throw new Error(`The template has no ${name}`)
  return id
}

export function resource(json: TemplateJson, name: string): Resource {
  const found = json.Resources[idOf(json, name)]
  if (!found) throw new Error(`The template has no ${name}`)
  return found
}

type Change = Json | undefined | ((old: Json | undefined) => Json)

/**
 * Mistakes in one resource.
 *
 * @param prefix of every path, with the dot.
 */
export const changesTo = (name: string, prefix = '') => ({
  /** Sets a property; undefined removes it, and a function gets the old value. */
  set: (path: string, change: Change) => setProperty(name, prefix + path, change),
  append: (path: string, value: Json) =>
    setProperty(name, prefix + path, (old) => [...list(old), value]),
  /** Removes the first element of a list. */
  dropFirst: (path: string) => setProperty(name, prefix + path, (old) => list(old).slice(1)),
  /** Replaces text within the JSON of a property. */
  replace: (path: string, from: string, to: string) =>
    setProperty(name, prefix + path, (old) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same JSON with another text
      return JSON.parse(JSON.stringify(old).replace(from, to)) as Json
    }),
})

function setProperty(name: string, path: string, change: Change): Mistake {
  return (json) => {
    const keys = path.split('.')
    const last = keys.pop() ?? ''
    const { Properties } = resource(json, name)
    const parent = keys.length > 0 ? at(Properties, keys.join('.')) : Properties
    if (typeof parent !== 'object' || parent === null) throw new Error(`${name} has no ${path}`)
    const value = typeof change === 'function' ? change(at(parent, last)) : change
    if (value === undefined) Reflect.deleteProperty(parent, last)
    else Reflect.set(parent, last, value)
  }
}

export const addResource =
  (Type: string): Mistake =>
  ({ Resources }) => {
    Resources['Another'] = { Type, Properties: {} }
  }

export function at(json: Json | undefined, path: string): Json | undefined {
  return path.split('.').reduce<Json | undefined>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined
    return Array.isArray(value) ? value[Number(key)] : value[key]
  }, json)
}

/** A policy may write a list of one as its only element. */
export const list = (json: Json | undefined): Json[] => [json ?? []].flat()

/** An output as CloudFormation would fill it in, in eu-central-1; other references become `<id>`. */
export const output = (json: TemplateJson, name: string) => fill(json, json.Outputs[name]?.Value)

export function fill(json: TemplateJson, value: Json | undefined): string {
  if (typeof value === 'string') return value
  const reference = at(value, 'Ref')
  if (typeof reference === 'string') {
    const known: Record<string, string> = {
      'AWS::Region': 'eu-central-1',
      'AWS::Partition': 'aws',
      'AWS::URLSuffix': 'amazonaws.com',
      [idOf(json, 'UsersPool')]: 'eu-central-1_AbCdEfGhI',
      [idOf(json, 'UsersPoolClient')]: '1example23456789',
    }
    return known[reference] ?? `<${reference}>`
  }
  const attribute = at(value, 'Fn::GetAtt')
  if (attribute !== undefined) return `<${list(attribute).map(String).join('.')}>`
  const parts = at(value, 'Fn::Join.1')
  if (parts === undefined) throw new Error(`Not a text: ${JSON.stringify(value)}`)
  return list(parts)
    .map((part) => fill(json, part))
    .join('')
}
