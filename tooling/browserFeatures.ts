import bcd, {
  type CompatStatement,
  type Identifier,
  type SupportStatement,
} from '@mdn/browser-compat-data/forLegacyNode'
import { type AnyNode, parse } from 'acorn'
import { oldestBrowsers } from './browsers.ts'

/** Whether every one of the oldest browsers has it. https://github.com/mdn/browser-compat-data */
function isEverywhere({ support }: CompatStatement): boolean {
  return Object.entries(oldestBrowsers).every(([browser, version]) => {
    const found: SupportStatement | undefined = new Map(Object.entries(support)).get(browser)
    return [found ?? []].flat().some(({ version_added: added, version_removed: gone, flags }) => {
      const since = Number.parseFloat(String(added).replace('≤', ''))
      return since <= version && !flags && !(Number.parseFloat(String(gone)) <= version)
    })
  })
}

/** Calls `note` with the name of each feature below, the deep ones included. */
function visit(
  data: Identifier | undefined,
  note: (name: string, compat: CompatStatement) => void,
): void {
  for (const name of Object.keys(data ?? {}).filter((key) => key !== '__compat')) {
    const feature = data?.[name]
    // The data's own way to tell `URL.canParse` from a member of each URL.
    if (feature?.__compat) note(name.replace(/_(static|event)$/, ''), feature.__compat)
    visit(feature, note)
  }
}

/** Every name of the web platform that is only found where an oldest browser has nothing of that name. */
function namesTooNew(...data: (Identifier | undefined)[]): Set<string> {
  const isKnown = new Map<string, boolean>()
  for (const part of data) {
    visit(part, (name, compat) => {
      isKnown.set(name, isKnown.get(name) === true || isEverywhere(compat))
    })
  }
  // Shorter ones are CSS units, and what a bundler calls its own.
  return new Set([...isKnown].flatMap(([name, known]) => (known || name.length < 4 ? [] : [name])))
}

const tooNew = namesTooNew(bcd.javascript['builtins'], bcd.api)
const functionsTooNew = namesTooNew(bcd.css['types'])

/**
 * Finds in a script what the oldest browsers cannot run: syntax, and calls by the name of a function that they lack.
 * A name tells nothing of the object it is called on, so that `list.toSorted()` is found without types; the price is
 * that a method of our own with such a name is found, too.
 *
 * @returns such as `toSorted`, `syntax: Unexpected token (1:5)`.
 */
export function scriptFeatures(code: string): string[] {
  const found = new Set<string>()
  const note = (name: string) => {
    if (tooNew.has(name)) found.add(name)
  }

  function look(node: AnyNode) {
    if (node.type === 'StaticBlock') found.add('syntax: a static block')
    if (node.type === 'Literal' && /\(\?<[=!]/.test(node.regex?.pattern ?? '')) {
      found.add(`syntax: the lookbehind in ${String(node.raw)}`)
    }
    const callee =
      node.type === 'CallExpression' || node.type === 'NewExpression' ? node.callee : node
    if (callee.type === 'Identifier' && node.type === 'NewExpression') note(callee.name)
    if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return
    // Called, or read from a global: `Intl.Segmenter`.
    const isGlobal = callee.object.type === 'Identifier' && /^[A-Z]\w{2}/.test(callee.object.name)
    if (callee !== node || isGlobal) note(callee.property.name)
  }

  try {
    walk(parse(code, { ecmaVersion: 2022, sourceType: 'module' }), look)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    found.add(`syntax: ${error.message}`)
  }
  return [...found].toSorted()
}

function walk(value: unknown, look: (node: AnyNode) => void): void {
  if (Array.isArray(value)) for (const one of value) walk(one, look)
  else if (isNode(value)) {
    look(value)
    for (const inner of Object.values(value)) walk(inner, look)
  }
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}

/**
 * Finds in a style sheet the values that would leave a property unset in an oldest browser. A value it cannot read is
 * passed over for an earlier one; but with `var()` in it, it counts until it is used, and then there is none.
 * https://www.w3.org/TR/css-variables-1/#invalid-at-computed-value-time
 *
 * @returns such as `background: color-mix(in oklch, var(--danger), red)`.
 */
export function styleFeatures(css: string): string[] {
  return [...outsideSupports(css).matchAll(/[\w-]+:[^;{}]*var\([^;{}]*/g)].flatMap(
    ([declaration]) =>
      [...declaration.matchAll(/([\w-]+)\(\s*(from\b)?/g)].some(
        ([, name = '', relative]) => functionsTooNew.has(name) || relative !== undefined,
      )
        ? [declaration]
        : [],
  )
}

/** A style sheet without its `@supports` blocks, which browsers that lack something pass over. */
function outsideSupports(css: string): string {
  const at = css.indexOf('@supports')
  if (at === -1) return css
  let depth = 0
  let end = css.indexOf('{', at)
  do {
    if (css[end] === '{') depth += 1
    if (css[end] === '}') depth -= 1
    end += 1
  } while (depth > 0 && end < css.length)
  return css.slice(0, at) + outsideSupports(css.slice(end))
}
