import bcd, {
  type CompatStatement,
  type Identifier,
  type SupportStatement,
} from '@mdn/browser-compat-data/forLegacyNode'
import { type AnyNode, parse } from 'acorn'
import { oldestBrowsers } from './browsers.ts'

/** Tells whether all of the oldest browsers have a feature. https://github.com/mdn/browser-compat-data */
function isEverywhere({ support }: CompatStatement): boolean {
  return Object.entries(oldestBrowsers).every(([browser, version]) => {
    const found: SupportStatement | undefined = new Map(Object.entries(support)).get(browser)
    return [found ?? []].flat().some(({ version_added: added, version_removed: gone, flags }) => {
      const since = Number.parseFloat(String(added).replace('≤', ''))
      return since <= version && !flags && !(Number.parseFloat(String(gone)) <= version)
    })
  })
}

/** Calls `note` with the name of each feature below, at any depth. */
function visit(
  data: Identifier | undefined,
  note: (name: string, compat: CompatStatement) => void,
): void {
  for (const name of Object.keys(data ?? {}).filter((key) => key !== '__compat')) {
    const feature = data?.[name]
    // The data marks static members: `URL.canParse` is no member of each URL.
    if (feature?.__compat) note(name.replace(/_(static|event)$/, ''), feature.__compat)
    visit(feature, note)
  }
}

/**
 * Names of features that at least one of the oldest browsers lacks. A name that an older feature has too is left out:
 * the name alone does not tell them apart.
 */
function namesTooNew(...data: (Identifier | undefined)[]): Set<string> {
  const isKnown = new Map<string, boolean>()
  for (const part of data) {
    visit(part, (name, compat) => {
      isKnown.set(name, isKnown.get(name) === true || isEverywhere(compat))
    })
  }
  // Shorter names are CSS units, or made up by the bundler.
  return new Set([...isKnown].flatMap(([name, known]) => (known || name.length < 4 ? [] : [name])))
}

const builtins = bcd.javascript['builtins']
const tooNew = namesTooNew(builtins, bcd.api)
const windowTooNew = namesTooNew(bcd.api['Window'])
const functionsTooNew = namesTooNew(bcd.css['types'])
const propertiesTooNew = namesTooNew(bcd.css['properties'])

/** Tells whether one of the oldest browsers lacks this member of a global object: `Map`, `groupBy`. */
function isMemberTooNew(object: string, member: string): boolean {
  return [builtins, bcd.api].some((data) => {
    const features = data?.[object]
    const compat = (features?.[`${member}_static`] ?? features?.[member])?.__compat
    return compat !== undefined && !isEverywhere(compat)
  })
}

const lookbehind = /\(\?<[=!]/

/**
 * Finds the parts of a script that the oldest browsers cannot run: syntax, members of global objects, and functions
 * that are called by a name which only newer browsers have. The last is found without types, so a method of the portal with such
 * a name is found, too.
 *
 * @returns such as `toSorted`, `Map.groupBy`, `syntax: Unexpected token (1:5)`.
 */
export function scriptFeatures(code: string): string[] {
  const found = new Set<string>()
  const noteName = (name: string) => {
    if (tooNew.has(name)) found.add(name)
  }
  const noteMember = (object: string, member: string) => {
    if (isMemberTooNew(object, member)) found.add(`${object}.${member}`)
  }

  function visitNode(node: AnyNode) {
    switch (node.type) {
      case 'StaticBlock':
        found.add('syntax: a static block')
        break
      case 'Literal':
        if (lookbehind.test(node.regex?.pattern ?? ''))
          found.add(`syntax: the lookbehind in ${node.raw}`)
        break
      case 'NewExpression':
      case 'CallExpression': {
        const {
          callee,
          arguments: [first],
        } = node
        if (callee.type === 'MemberExpression') noteName(nameOf(callee.property))
        if (callee.type !== 'Identifier') break
        if (node.type === 'NewExpression') noteName(callee.name)
        const pattern = first?.type === 'Literal' ? String(first.value) : ''
        if (callee.name === 'RegExp' && lookbehind.test(pattern)) {
          found.add(`syntax: the lookbehind in ${pattern}`)
        }
        break
      }
      case 'MemberExpression':
        if (node.object.type !== 'Identifier') break
        noteMember(node.object.name, nameOf(node.property))
        if (windowTooNew.has(node.object.name)) found.add(node.object.name)
        break
      case 'VariableDeclarator':
        if (node.id.type !== 'ObjectPattern' || node.init?.type !== 'Identifier') break
        for (const property of node.id.properties) {
          if (property.type === 'Property') noteMember(node.init.name, nameOf(property.key))
        }
        break
      case 'ClassDeclaration':
      case 'ClassExpression':
        if (node.superClass?.type === 'Identifier') noteName(node.superClass.name)
        break
      default:
    }
  }

  try {
    walk(parse(code, { ecmaVersion: 2022, sourceType: 'module' }), visitNode)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    found.add(`syntax: ${error.message}`)
  }
  return [...found].toSorted()
}

/** Returns the name of a property that is written out: `a.name`, `a['name']`. */
function nameOf(property: AnyNode): string {
  if (property.type === 'Identifier') return property.name
  return property.type === 'Literal' ? String(property.value) : ''
}

function walk(value: unknown, visitNode: (node: AnyNode) => void): void {
  if (Array.isArray(value)) for (const one of value) walk(one, visitNode)
  else if (isNode(value)) {
    visitNode(value)
    for (const inner of Object.values(value)) walk(inner, visitNode)
  }
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}

/**
 * Finds the parts of a style sheet that the oldest browsers ignore, outside `@supports`:
 * - Values that leave a property unset. A browser passes over a value that it cannot read and takes an earlier one; but
 *   a value with `var()`, or of a custom property, it reads only when it is used, when the earlier one is gone.
 *   https://www.w3.org/TR/css-variables-1/#invalid-at-computed-value-time
 * - `@media not (...)`, which turns the whole block off: https://www.w3.org/TR/mediaqueries-4/#mq-not
 * - Properties, by name.
 *
 * @returns such as `background: color-mix(in oklch, var(--danger), red)`, `@media not (`, `rotate`.
 */
export function styleFeatures(css: string): string[] {
  const read = outsideSupports(css.toLowerCase())
  const found = new Set<string>()
  for (const [, declaration = '', property = '', value = ''] of read.matchAll(
    /[{;]\s*(([\w-]+)\s*:(?!:)([^;{}]*))(?=[;}])/g,
  )) {
    if (propertiesTooNew.has(property)) found.add(property)
    const isReadLate = property.startsWith('--') || value.includes('var(')
    if (isReadLate && isTooNewValue(value)) found.add(declaration)
  }
  for (const [query] of read.matchAll(/@media not\s*\(/g)) found.add(query)
  return [...found]
}

/** Tells whether a value is too new, including relative colours and dynamic viewport units. */
function isTooNewValue(value: string): boolean {
  return (
    [...value.matchAll(/([\w-]+)\(/g)].some(([, name = '']) => functionsTooNew.has(name)) ||
    /\(\s*from\b/.test(value) ||
    /\d[dsl]v(?:b|h|i|w|min|max)\b/.test(value)
  )
}

/** Removes the `@supports` blocks, which browsers without the feature skip. */
function outsideSupports(css: string): string {
  const at = css.search(/@supports(?!\s+not)/)
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
