import { type Json, resource, type Template } from '../template.ts'

/** What must hold of every template, and mistakes that it must not let through. */
export interface Rule {
  name: string
  /** @throws AssertionError */
  check: (template: Template) => void
  /** Each by what is done wrong, and done to the template of the example `complete`. */
  mistakes: Record<string, Mistake>
}

export type Mistake = (template: Template) => void

export const rule = (name: string, check: Rule['check'], mistakes: Rule['mistakes']): Rule => ({
  name,
  check,
  mistakes,
})

type Change = Json | undefined | ((old: Json | undefined) => Json)

/** @param path of the property, with dots; @param change what it becomes, or undefined for nothing. */
export function set(name: string, path: string, change: Change): Mistake {
  return (template) => {
    const keys = path.split('.')
    const last = keys.pop() ?? ''
    let parent: Json | undefined = resource(template, name).Properties
    for (const key of keys) parent = child(parent, key)
    if (typeof parent !== 'object' || parent === null) throw new Error(`${name} has no ${path}`)
    const value = typeof change === 'function' ? change(child(parent, last)) : change
    if (value === undefined) Reflect.deleteProperty(parent, last)
    else Reflect.set(parent, last, value)
  }
}

function child(json: Json | undefined, key: string): Json | undefined {
  if (typeof json !== 'object' || json === null) return undefined
  return Array.isArray(json) ? json[Number(key)] : json[key]
}

export const unset = (name: string, path: string): Mistake => set(name, path, undefined)

/** Something is left out of a list. */
export const without = (name: string, path: string, index: number): Mistake =>
  set(name, path, (old) => (Array.isArray(old) ? old.toSpliced(index, 1) : []))

/** Something is added to a list. */
export const plus = (name: string, path: string, value: Json): Mistake =>
  set(name, path, (old) => [...(Array.isArray(old) ? old : []), value])

/** In a text, or in the texts that a text is joined of. */
export const replaced = (name: string, path: string, from: string, to: string): Mistake =>
  set(name, path, (old): Json => {
    const text = JSON.stringify(old)
    if (!text.includes(from)) throw new Error(`${name} ${path} has no ${from}`)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what was Json a line ago
    return JSON.parse(text.replace(from, to)) as Json
  })

/** A resource more. */
export const added = (Type: string, Properties: { [name: string]: Json } = {}): Mistake => {
  return (template) => {
    template.Resources['Added01234567'] = { Type, Properties }
  }
}

export const gone = (name: string): Mistake => {
  return (template) => {
    template.Resources = Object.fromEntries(
      Object.entries(template.Resources).filter(([, one]) => one !== resource(template, name)),
    )
  }
}

/** CloudFormation would delete it with the stack, or when it is replaced. */
export const deletable = (name: string): Mistake => {
  return (template) => {
    resource(template, name).DeletionPolicy = 'Delete'
  }
}
