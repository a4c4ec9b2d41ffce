import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import { fileURLToPath } from 'node:url'
import { parseSync, Visitor } from 'vite'

/** One import of one file, as written and as resolved. */
export interface Import {
  file: string
  line: number
  specifier: string
  /** A path in the repository (with the query, if any), a package's name, or `node:`. */
  target: string
  isPackage: boolean
  /** `type` vanishes at run time; `url` only names a file: `new URL('./x.ts', import.meta.url)`. */
  kind: 'value' | 'type' | 'dynamic' | 'url'
}

const repository = fileURLToPath(new URL('..', import.meta.url))
const notOurs = ['node_modules', 'dist', 'coverage', 'test-results', 'playwright-report', 'cdk.out']

/** Reads every TypeScript and JavaScript file of a folder, or of the repository: path to text. */
export function readSources(folder = ''): Map<string, string> {
  const sources = new Map<string, string>()
  for (const entry of readdirSync(join(repository, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.name.startsWith('.') || notOurs.includes(entry.name)) continue
    if (entry.isDirectory()) for (const found of readSources(path)) sources.set(...found)
    else if (/\.[cm]?[jt]sx?$/.test(path)) {
      sources.set(path, readFileSync(join(repository, path), 'utf8'))
    }
  }
  return sources
}

/**
 * The imports of all files, in every form that names its target: `import`, `import type`,
 * `export ... from`, `import()`, `import('...').Type`, and the URL of a script.
 *
 * @param names the `imports` of package.json, which give folders their `#name/`.
 * @throws when a file does not parse, or computes the address of what it imports.
 */
export function readImports(sources: Map<string, string>, names: Record<string, string>): Import[] {
  return [...sources].flatMap(([file, code]) =>
    specifiers(file, code).map(({ specifier, start, kind }) => {
      const line = code.slice(0, start).split('\n').length
      const path = resolve(file, specifier, names)
      const isPackage = path === undefined
      return { file, line, specifier, kind, isPackage, target: path ?? packageOf(specifier) }
    }),
  )
}

interface Specifier {
  specifier: string
  start: number
  kind: Import['kind']
}

function specifiers(file: string, code: string): Specifier[] {
  const parsed = parseSync(file, code)
  const [error] = parsed.errors
  if (error) throw new Error(`${file}: ${error.message}`)
  const found: Specifier[] = []
  const add = ({ value, start }: { value: string; start: number }, kind: Import['kind']) =>
    found.push({ specifier: value, start, kind })

  for (const { moduleRequest, entries } of parsed.module.staticImports) {
    const isType = entries.length > 0 && entries.every((entry) => entry.isType)
    add(moduleRequest, isType ? 'type' : 'value')
  }
  for (const { entries } of parsed.module.staticExports) {
    const from = entries.find(({ moduleRequest }) => moduleRequest)?.moduleRequest
    if (from) add(from, entries.every((entry) => entry.isType) ? 'type' : 'value')
  }
  // The tree is costly to read, and few files have one of these.
  if (!/\bimport\s*\(|\bnew URL\(|\bimport\.meta\.glob/.test(code)) return found

  const computed = (start: number) => {
    if (file === 'edge/prerenderer.ts') return // A file that a build has made.
    throw new Error(`${file}: computes what it imports: ${code.slice(start, start + 60)}`)
  }
  new Visitor({
    ImportExpression({ source, start }) {
      if (source.type === 'Literal') add({ value: String(source.value), start }, 'dynamic')
      else computed(start)
    },
    TSImportType({ source, start }) {
      add({ value: source.value, start }, 'type')
    },
    MemberExpression({ object, property, start }) {
      const isGlob = property.type === 'Identifier' && property.name === 'glob'
      if (object.type === 'MetaProperty' && isGlob) computed(start)
    },
    NewExpression({ callee, arguments: [path, base], start }) {
      const isUrl = callee.type === 'Identifier' && callee.name === 'URL'
      const isOfModule = base?.type === 'MemberExpression' && base.object.type === 'MetaProperty'
      if (!isUrl || !isOfModule || path?.type !== 'Literal') return
      const value = String(path.value)
      // Other files are data, and are read, not run.
      if (/\.[cm]?[jt]sx?(\?|$)/.test(value)) add({ value, start }, 'url')
    },
  }).visit(parsed.program)
  return found
}

/** The path of a file of the repository; undefined for a package. */
function resolve(file: string, specifier: string, names: Record<string, string>) {
  if (specifier.startsWith('.')) return join(dirname(file), specifier)
  for (const [name, path] of Object.entries(names)) {
    const [start = ''] = name.split('*')
    const isOfName = name.endsWith('*') ? specifier.startsWith(start) : specifier === name
    if (isOfName) return join(path.replace('*', specifier.slice(start.length)))
  }
  return undefined
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node:'
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

/**
 * Circles of imports: groups of files in which each reaches every other (strongly connected
 * components, by Tarjan's algorithm). A URL is no import: the named script runs for itself.
 */
export function findCycles(imports: Import[]): string[][] {
  const targets = new Map<string, string[]>()
  for (const { file, target, kind } of imports) {
    if (kind !== 'url') targets.set(file, [...(targets.get(file) ?? []), target])
  }
  const order = new Map<string, number>()
  const stack: string[] = []
  const cycles: string[][] = []

  /** @returns the lowest number on the stack that the file reaches. */
  const visit = (file: string): number => {
    const own = order.size
    order.set(file, own)
    stack.push(file)
    let lowest = own
    for (const target of targets.get(file) ?? []) {
      const number = order.get(target)
      if (target === file) cycles.push([file])
      else if (number === undefined) lowest = Math.min(lowest, visit(target))
      else if (stack.includes(target)) lowest = Math.min(lowest, number)
    }
    if (lowest === own) {
      const members = stack.splice(stack.indexOf(file))
      if (members.length > 1) cycles.push(members.toSorted())
    }
    return lowest
  }
  for (const file of targets.keys()) if (!order.has(file)) visit(file)
  return cycles
}
