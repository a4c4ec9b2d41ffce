import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
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
