import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkImports, findStaleRules } from './checkImports.ts'
import { type Import, readImports, readSources } from '#tooling/importGraph.ts'
import { inOrder, type Mistake, mistakes, upward } from './importMistakes.ts'
import { importRules } from './importRules.ts'

interface Manifest {
  imports: Record<string, string>
}

const manifest = new URL('../../package.json', import.meta.url)
const { imports: names } = JSON.parse(await readFile(manifest, 'utf8')) as Manifest

const check = (files: Record<string, string>) =>
  checkImports(readImports(new Map(Object.entries(files)), names))

describe('the imports of this repository', () => {
  let sources: Map<string, string>
  let imports: Import[]

  beforeAll(() => {
    sources = readSources()
    imports = readImports(sources, names)
  }, 60_000)

  it('break no rule', () => {
    expect(checkImports(imports)).toEqual([])
  })

  it('use every folder, file and package that the rules name', () => {
    expect(findStaleRules([...sources.keys()], imports)).toEqual([])
  })
})

const sentences = importRules.map(({ because }) => because)

const breach = ([file, target, code]: Mistake) =>
  check({ [file]: `// First line.\n${code ?? `import '${target}'`}` }).join('\n')

describe('a border', () => {
  it.each(mistakes)('%s may not import %s', (...mistake) => {
    const [file, target] = mistake
    const found = breach(mistake)
    expect(sentences.map((each) => `${file}:2 imports '${target}'. ${each}`)).toContain(
      found.split('\n')[0],
    )
  })

  it('is seen to be guarded for every row of the table', () => {
    const seen = mistakes.map(breach).join('\n')
    expect(sentences.filter((each) => !seen.includes(each))).toEqual([])
  })

  it('is drawn around every folder', () => {
    expect(check({ 'new-folder/a.ts': "import 'react'" })).toEqual([
      "new-folder/a.ts:1 imports 'react'. This folder has no row in importRules.ts.",
    ])
  })
})

describe('a layer', () => {
  it.each(upward)('%s may not import %s', (...mistake) => {
    const [file, target] = mistake
    expect(breach(mistake)).toContain(`${file}:2 imports '${target}'. In ${file.slice(0, 4)}`)
  })
})

it.each(inOrder)('%s breaks no rule', (file, code) => {
  expect(check({ [file]: code })).toEqual([])
})

it("refuses '../' where a folder has a name", () => {
  const rule = "Another folder is imported by its #name; '../' is for infra, a package of its own."
  expect(
    check({ 'src/ui/a.ts': "import '../ui/b.ts'", 'src/ui/c.ts': "import './../ui/b.ts'" }),
  ).toEqual([
    `src/ui/a.ts:1 imports '../ui/b.ts'. ${rule}`,
    `src/ui/c.ts:1 imports './../ui/b.ts'. ${rule}`,
  ])
})

describe('a circle', () => {
  it.each([
    ['of two files', "import './b.ts'", "export { a } from './a.ts'"],
    ['with an import() in it', "import './b.ts'", "void import('./a.ts')"],
    ['of types', "import type { B } from './b.ts'", "import type { A } from './a.ts'"],
  ])('%s is refused', (_, a, b) => {
    expect(check({ 'src/ui/a.ts': a, 'src/ui/b.ts': b })).toEqual([
      'src/ui/a.ts -> src/ui/b.ts import each other in a circle.',
    ])
  })

  it('through a third file is refused', () => {
    const ring = {
      'src/ui/a.ts': "import './b.ts'",
      'src/ui/b.ts': "import './c.ts'",
      'src/ui/c.ts': "import './a.ts'",
    }
    expect(check(ring)).toEqual([
      'src/ui/a.ts -> src/ui/b.ts -> src/ui/c.ts import each other in a circle.',
    ])
  })

  it('is none when a file only names the script that imports it', () => {
    const url = "new URL('./b.ts', import.meta.url)"
    expect(check({ 'e2e/a.ts': url, 'e2e/b.ts': "import './a.ts'" })).toEqual([])
  })
})
