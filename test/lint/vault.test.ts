import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, posix } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { repository } from './lintFiles.ts'

// Rules for src/vault that the linter does not have. They read formatted source: a statement of a module begins
// in the first column.

/** Source by path, as `vault/session/tokens.ts`. */
let sources: Map<string, string>

beforeAll(async () => {
  const root = join(repository, 'src')
  const paths = await readdir(join(root, 'vault'), { recursive: true })
  const files = paths.filter((path) => path.endsWith('.ts') && !/\.(test|d)\.ts$/.test(path))
  const entries = files.map(async (path): Promise<[string, string]> => [
    `vault/${path}`,
    await readFile(join(root, 'vault', path), 'utf8'),
  ])
  sources = new Map(await Promise.all(entries))
})

/** Module-level variables, and collections that are not declared as read-only. */
function moduleState(source: string): string[] {
  const declarations = source.match(/^(?:export )?(?:let|var|const) [^\n]*(?:\n[ )}].*)*/gm) ?? []
  return declarations.filter(
    (declaration) =>
      /^(?:export )?(?:let|var)\b/.test(declaration) ||
      (!/^(?:export )?const \w+: (?:readonly|Readonly)/.test(declaration) &&
        /^[^=]*=\s*(?:new (?:Map|Set|WeakMap|WeakSet|Array)\b|\[\]|\{\}|Object\.create\()/.test(
          declaration,
        )),
  )
}

describe('state of a module', () => {
  it.each([
    'let running = 0',
    'export let running: string | undefined',
    'var running = 0',
    'const running = new Map<string, AbortController>()',
    'const running: Map<string, AbortController> = new Map()',
    'export const running = new Set()',
    'const running =\n  new WeakMap<object, string>()',
    'const running: string[] = []',
    'const running: Record<string, string> = {}',
  ])('is found in %j', (source) => {
    expect(moduleState(`import 'a'\n\n${source}\n\nexport function a() {}\n`)).toHaveLength(1)
  })

  it.each([
    "const codes: ReadonlySet<string> = new Set(['a'])",
    "const names: readonly string[] = ['a']",
    'const passwordLifetimeMs = 30 * 60_000',
    'export function create() {\n  let running = 0\n  const all = new Map()\n}',
    'const isTokens = is.isShape({\n  access_token: is.isString,\n})',
  ])('is not found in %j', (source) => {
    expect(moduleState(source)).toEqual([])
  })

  it('is nowhere in the vault: each vault has its own', () => {
    const found = [...sources].flatMap(([path, source]) =>
      moduleState(source).map((declaration) => `${path}: ${declaration}`),
    )
    expect(sources.size).toBeGreaterThan(30)
    expect(found).toEqual([])
  })
})

/** A folder may import from the folders below it. Files at the root of src/vault may import from all. */
const levels: Record<string, number> = {
  protocol: 0,
  cognito: 1,
  srp: 1,
  session: 2,
  account: 3,
  'sign-in': 3,
}

const levelOf = (path: string) => levels[/^vault\/([^/]+)\//.exec(path)?.[1] ?? ''] ?? 4

/** Imports inside the vault, types included. */
function importsOf([path, source]: [string, string]): string[] {
  const specifiers = [...source.matchAll(/(?:from|import) '(#vault\/|\.\/)([^']+)'/g)]
  return specifiers.map(([, base, rest = '']) =>
    base === './' ? posix.join(dirname(path), rest) : `vault/${rest}`,
  )
}

function backImports(files: Map<string, string>): string[] {
  return [...files].flatMap(([path, source]) =>
    importsOf([path, source])
      .filter((target) => dirname(target) !== dirname(path) && levelOf(target) >= levelOf(path))
      .map((target) => `${path} -> ${target}`),
  )
}

/** Files that import themselves over others. */
function filesInCycles(files: Map<string, string>): string[] {
  const graph = new Map([...files].map((file) => [file[0], importsOf(file)]))
  return [...graph.keys()].filter((start) => {
    const reached = new Set<string>()
    const open = [...(graph.get(start) ?? [])]
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      if (reached.has(path)) continue
      reached.add(path)
      open.push(...(graph.get(path) ?? []))
    }
    return reached.has(start)
  })
}

describe('imports inside the vault', () => {
  it('that run back up are found', () => {
    const files = new Map([
      ['vault/session/a.ts', "import type { A } from '#vault/sign-in/b.ts'\n"],
      ['vault/sign-in/b.ts', "import { c } from '#vault/protocol/c.ts'\nimport './d.ts'\n"],
      ['vault/account/e.ts', "import { f } from '#vault/sign-in/f.ts'\n"],
      ['vault/worker.ts', "import { f } from '#vault/sign-in/f.ts'\n"],
    ])
    expect(backImports(files)).toEqual([
      'vault/session/a.ts -> vault/sign-in/b.ts',
      'vault/account/e.ts -> vault/sign-in/f.ts',
    ])
  })

  it('in a cycle are found', () => {
    const files = new Map([
      ['vault/session/a.ts', "import type { B } from './b.ts'\n"],
      ['vault/session/b.ts', "import { a } from './a.ts'\n"],
      ['vault/session/c.ts', "import { a } from './a.ts'\n"],
    ])
    expect(filesInCycles(files)).toEqual(['vault/session/a.ts', 'vault/session/b.ts'])
  })

  it('go down only, without a cycle, types included', () => {
    expect([...sources].flatMap(importsOf).length).toBeGreaterThan(100)
    expect(backImports(sources)).toEqual([])
    expect(filesInCycles(sources)).toEqual([])
  })
})
