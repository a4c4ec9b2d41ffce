import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the project's file
const { imports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  imports: Record<string, string | undefined>
}

const folders = ['src', 'local-cognito', 'sample-api', 'test', 'tooling', 'edge', 'bench']

/** A test that imports one of these, directly or not, starts a Cognito, a build or a process. */
const slow = ['local-cognito/index.ts', 'vite', 'node:child_process']

/** Matches imports and exports of values, static or dynamic. Types do not exist at run time. */
const imported = /^(?:import|export) (?!type\b)[^'";]*'([^']+)'|\bimport\('([^']+)'\)/gm

/** Lists the tests that start no local Cognito, no build and no process, for `npm run test:fast`. */
export function fastTests(): string[] {
  const found = new Map<string, boolean>()

  /** Resolves an import to a path, or to the name of a package. */
  function resolve(from: string, name: string): string {
    if (name.startsWith('.')) return join(dirname(from), name)
    const folder = name.slice(0, name.indexOf('/') + 1)
    const to = imports[name] ?? imports[`${folder}*`]?.replace('*', name.slice(folder.length))
    return to === undefined ? name : join(to)
  }

  function isFast(file: string): boolean {
    if (slow.includes(file)) return false
    const known = found.get(file)
    if (known !== undefined) return known
    // Ends import cycles: the other files decide.
    found.set(file, true)
    const path = join(root, file)
    const code = /\.tsx?$/.test(file) && existsSync(path) ? readFileSync(path, 'utf8') : ''
    const result = [...code.matchAll(imported)].every(([, name, lazy]) =>
      isFast(resolve(file, name ?? lazy ?? '')),
    )
    found.set(file, result)
    return result
  }

  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
        join(folder, path),
      ),
    )
    .filter((file) => /\.test\.tsx?$/.test(file) && isFast(file))
}
