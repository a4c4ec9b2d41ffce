import type { Capture, Redacted } from '#local-cognito/fixtures/capture.ts'
import type { Answered, World } from './world.ts'

const PLACEHOLDER = /<([a-z-]+)>/g

/** Puts values for the placeholders of a request. @throws Error where one is missing */
export const filled = (request: Capture['request'], values: World['values']) =>
  Object.fromEntries(Object.entries(request).map(([name, value]) => [name, fill(value, values)]))

function fill(value: Redacted, values: World['values']): unknown {
  if (typeof value === 'string')
    return value.replaceAll(PLACEHOLDER, (whole, name: string) => {
      const given = values[name]
      if (given === undefined) throw new Error(`No value for ${whole}`)
      return given
    })
  if (isList(value)) return value.map((each) => fill(each, values))
  return typeof value === 'object' ? filled(value, values) : value
}

/** `Array.isArray` does not narrow read-only arrays. */
const isList = (value: Redacted): value is readonly Redacted[] => Array.isArray(value)

/** Lists where an answer is not the captured one: status, headers, members, values. */
export function differences(capture: Capture, answered: Answered, values: World['values']) {
  const found: string[] = []
  const note = (where: string, theirs: unknown, ours: unknown) =>
    found.push(`${where}: ${JSON.stringify(theirs)} at AWS, ${JSON.stringify(ours)} here`)

  function compare(where: string, theirs: Redacted, ours: unknown): void {
    if (typeof theirs === 'string') {
      if (typeof ours !== 'string' || !matches(theirs, ours, values)) note(where, theirs, ours)
      return
    }
    if (isList(theirs)) {
      if (!Array.isArray(ours)) return void note(where, theirs, ours)
      if (!capture.isPartial && theirs.length !== ours.length) note(where, theirs, ours)
      // In any order, which AWS does not promise.
      for (const each of theirs)
        if (!ours.some((other: unknown) => isSame(each, other))) note(where, each, ours)
      return
    }
    if (typeof theirs !== 'object') {
      if (theirs !== ours) note(where, theirs, ours)
      return
    }
    const members = membersOf(ours)
    if (!members) return void note(where, theirs, ours)
    for (const [name, value] of Object.entries(theirs))
      compare(`${where}.${name}`, value, members[name])
    if (capture.isPartial) return
    for (const name of Object.keys(members))
      if (!(name in theirs)) note(`${where}.${name}`, undefined, members[name])
  }

  const isSame = (theirs: Redacted, ours: unknown) =>
    differences(
      { ...capture, body: theirs, status: answered.status, headers: {} },
      { ...answered, text: JSON.stringify(ours) },
      values,
    ).length === 0

  const { status = answered.status, headers = {}, body } = capture
  if (status !== answered.status) note('status', status, answered.status)
  for (const [name, value] of Object.entries(headers)) {
    const ours = answered.headers.get(name) ?? undefined
    if (value !== ours) note(name, value, ours)
  }
  if (body === '') {
    if (answered.text !== '') note('body', '', answered.text)
  } else compare('body', body, answered.text === '' ? undefined : JSON.parse(answered.text))
  return found
}

/** Placeholders with a value stand for that; any other for a text that is not empty. */
function matches(theirs: string, ours: string, values: World['values']) {
  const pattern = theirs.split(PLACEHOLDER).map((part, index) => {
    // `split` puts the names between the texts.
    const known = index % 2 === 0 ? part : values[part]
    return known === undefined ? '.+' : escaped(known)
  })
  return new RegExp(`^${pattern.join('')}$`, 's').test(ours)
}

const escaped = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')

function membersOf(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...value }
    : undefined
}
