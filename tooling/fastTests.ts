import { readFileSync } from 'node:fs'
import { readImports, readSources } from './importGraph.ts'

const folders = ['src', 'local-cognito', 'sample-api', 'test', 'tooling', 'edge', 'doctor', 'bench']

/** A test that imports one of these, directly or not, starts a Cognito, a build or a process. */
const slow = ['local-cognito/index.ts', 'vite', 'node:child_process']

/** Lists the tests that start no local Cognito, no build and no process, for `npm run test:fast`. */
export function fastTests(): string[] {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the project's file
  const { imports: names } = JSON.parse(manifest) as { imports: Record<string, string> }
  const sources = new Map(folders.flatMap((folder) => Array.from(readSources(folder))))

  const importers = new Map<string, string[]>()
  for (const { file, specifier, target, isPackage, kind } of readImports(sources, names)) {
    // Types do not exist at run time, and a URL only names a file.
    if (kind === 'type' || kind === 'url') continue
    const imported = isPackage ? specifier : target
    importers.set(imported, [...(importers.get(imported) ?? []), file])
  }
  const reached = new Set(slow)
  // A Set is iterated over what is added meanwhile, so this follows importers of importers.
  for (const file of reached)
    for (const importer of importers.get(file) ?? []) reached.add(importer)
  return [...sources.keys()].filter((file) => /\.test\.tsx?$/.test(file) && !reached.has(file))
}
