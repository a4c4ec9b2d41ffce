import { existsSync, readFileSync } from 'node:fs'
import { isAbsolute, join, relative } from 'node:path'
import type { Plugin, ResolvedConfig, Rolldown } from 'vite'

/** What is for development and tests only. */
const ours = /^(local-cognito|sample-api|test|e2e|bench|tooling|edge|infra|gallery)\/|\.test\.tsx?$/

/**
 * Refuses to finish a build that brings anything to people which is not the portal: the local
 * Cognito, a test, a development dependency, a source map. A module that is there at all is found,
 * however it came in; reading the code for tell-tale words would miss renamed ones.
 *
 * Beside that it notes which packages each file is made of, in `.vite/packages.json`, for
 * `npm run size`.
 *
 * @returns two plugins: Vite builds workers apart from pages.
 */
export function cleanBuild(): { page: Plugin; worker: () => Plugin } {
  /** File name to packages. Workers are built while the page is, and finished before it. */
  const packages: Record<string, string[]> = {}
  let root = ''
  let developmentOnly: string[] = []

  function check(bundle: Rolldown.OutputBundle): string[] {
    return Object.values(bundle).flatMap((output) => {
      if (output.fileName.endsWith('.map')) return [`${output.fileName} is a source map`]
      if (output.type === 'asset') return []
      const used = new Set(output.moduleIds.flatMap((id) => packageOf(id) ?? []))
      packages[output.fileName.slice(output.fileName.lastIndexOf('/') + 1)] = [...used]
      return [
        ...output.moduleIds
          // The bundler's own parts are nowhere on the disk.
          .filter((id) => isAbsolute(id))
          .map((id) => relative(root, id))
          .filter((id) => ours.test(id)),
        ...[...used].filter((name) => developmentOnly.includes(name)),
      ].map((culprit) => `${output.fileName} contains ${culprit}`)
    })
  }

  const configResolved = (config: ResolvedConfig) => {
    root = config.root
    developmentOnly = developmentDependencies(root)
  }

  return {
    worker: () => ({
      name: 'gatehouse:clean-worker',
      configResolved,
      generateBundle(_, bundle) {
        const problems = check(bundle)
        if (problems.length > 0) this.error(problems.join('\n'))
      },
    }),
    page: {
      name: 'gatehouse:clean-build',
      apply: 'build',
      configResolved,
      generateBundle(_, bundle) {
        const problems = check(bundle)
        if (problems.length > 0) this.error(problems.join('\n'))
        const source = JSON.stringify(packages)
        this.emitFile({ type: 'asset', fileName: '.vite/packages.json', source })
      },
    },
  }
}

function packageOf(id: string): string | undefined {
  return /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1]
}

function developmentDependencies(root: string): string[] {
  const file = join(root, 'package.json')
  if (!existsSync(file)) return []
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (typeof content !== 'object' || content === null || !('devDependencies' in content)) return []
  return Object.keys(content.devDependencies ?? {})
}
