import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const repository = fileURLToPath(new URL('../..', import.meta.url))

/** A small offence against a house rule, and the rule that must refuse it. */
export type Offence = [why: string, path: string, code: string, rule: string]

interface Report {
  diagnostics: { filename: string; code: string }[]
}

/**
 * Writes the files into a folder shaped like this repository and runs the linter there once, with
 * this repository's own config.
 *
 * @returns the names of the rules that fired, by path.
 */
export async function lintFiles(files: [path: string, code: string][]) {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-lint-'))
  try {
    for (const file of ['.oxlintrc.json', 'package.json', 'tsconfig.json']) {
      await cp(join(repository, file), join(folder, file))
    }
    await symlink(join(repository, 'node_modules'), join(folder, 'node_modules'))
    for (const [path, code] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), `${code}\n`)
    }
    const found = new Map<string, string[]>()
    for (const { filename, code } of (await oxlint(folder)).diagnostics) {
      // `eslint(no-empty)`: the plugin, and in brackets the rule.
      const rule = code.slice(code.indexOf('(') + 1, -1)
      found.set(filename, [...(found.get(filename) ?? []), rule])
    }
    return found
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function oxlint(cwd: string): Promise<Report> {
  const bin = join(repository, 'node_modules/oxlint/bin/oxlint')
  return new Promise((resolve, reject) => {
    const options = { cwd, maxBuffer: 1e8, timeout: 55_000 }
    // It exits with 1 whenever it finds something, which is what it is here for.
    execFile(
      process.execPath,
      [bin, '--type-aware', '--format', 'json'],
      options,
      (_, stdout, stderr) => {
        if (stdout.startsWith('{')) resolve(JSON.parse(stdout) as Report)
        else reject(new Error(`oxlint did not run: ${stderr}${stdout}`))
      },
    )
  })
}
