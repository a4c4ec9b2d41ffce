import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import type { Plugin, ResolvedConfig, Rolldown } from 'vite'

/** Code for development and tests only. */
const ours =
  /^(local-cognito|sample-api|test|e2e|bench|tooling|edge|infra|gallery)\/|\.(test|spec)\.[cm]?[jt]sx?$/

/**
 * Fails a build that contains anything but the portal: the local Cognito, a test, a development dependency, a
 * source map. It checks the modules of each file, because a search in the code would miss renamed ones.
 *
 * Also records the packages of each file in `.vite/packages.json`, for `npm run size`.
 *
 * @returns two plugins, because Vite builds workers apart from pages
 */
export function cleanBuild(): { page: Plugin; worker: () => Plugin } {
  /** File name to packages. Workers are built while the page is, and finished before it. */
  const packages: Record<string, string[]> = {}
  let root = ''
  let publicDir = ''
  let developmentOnly: string[] = []

  function check(bundle: Rolldown.OutputBundle): string[] {
    return Object.values(bundle).flatMap((output) =>
      mapsIn(output).concat(
        culpritsIn(output).map((culprit) => `${output.fileName} contains ${culprit}`),
      ),
    )
  }

  function culpritsIn(output: Rolldown.OutputAsset | Rolldown.OutputChunk): string[] {
    // An asset: a picture, a style sheet or another file with an address.
    if (output.type === 'asset') return output.originalFileNames.flatMap(ownCulprit)
    const used = new Set(output.moduleIds.flatMap((id) => packageOf(id) ?? []))
    packages[output.fileName.slice(output.fileName.lastIndexOf('/') + 1)] = [...used]
    return [
      ...output.moduleIds.flatMap(ownCulprit),
      ...[...used].filter((name) => developmentOnly.includes(name)),
    ]
  }

  function ownCulprit(id: string): string[] {
    // Virtual modules of the bundler are not on the disk.
    if (id.startsWith('\0')) return []
    const [file = ''] = id.split('?')
    const path = isAbsolute(file) ? relative(root, file) : file
    return ours.test(path) ? [path] : []
  }

  /** Records the imports of style sheets, which are in no list of modules. */
  const styles: string[] = []

  function noteStyles(code: string, id: string): void {
    const [file = ''] = id.split('?')
    if (!file.endsWith('.css')) return
    for (const [, named = ''] of code.matchAll(/(?:@import\s+|url\(\s*)["']?([^"')\s]+)/g)) {
      if (!named.startsWith('.')) continue
      styles.push(
        ...ownCulprit(resolve(dirname(file), named)).map((one) => `${file} contains ${one}`),
      )
    }
  }

  const configResolved = (config: ResolvedConfig) => {
    root = config.root
    publicDir = config.publicDir
    developmentOnly = developmentPackages(root)
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
      transform: { order: 'pre', handler: noteStyles },
      generateBundle: {
        order: 'post',
        handler(_, bundle) {
          const problems = [...check(bundle), ...styles, ...publicProblems(publicDir)]
          if (problems.length > 0) this.error(problems.join('\n'))
          const source = JSON.stringify(packages)
          this.emitFile({ type: 'asset', fileName: '.vite/packages.json', source })
        },
      },
    },
  }
}

function mapsIn(output: Rolldown.OutputAsset | Rolldown.OutputChunk): string[] {
  if (output.fileName.endsWith('.map')) return [`${output.fileName} is a source map`]
  const content = output.type === 'chunk' ? output.code : output.source
  const isInside = typeof content === 'string' && /sourceMappingURL=data:/.test(content)
  return isInside ? [`${output.fileName} has its source map inside`] : []
}

/** Finds problems in the copied files: they are not built, so only known scripts may be among them. */
function publicProblems(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((path) => {
    if (path.endsWith('.map')) return [`public/${path} is a source map`]
    if (ours.test(path) || /^(local-cognito|test)\b/.test(path))
      return [`public/${path} is for development`]
    const isHidden = /(^|\/)\.(?!well-known(\/|$))/.test(path)
    return isHidden ? [`public/${path} is a hidden file`] : []
  })
}

function packageOf(id: string): string | undefined {
  return /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1]
}

/** Returns the packages that the lock file marks as development only. */
function developmentPackages(root: string): string[] {
  const file = join(root, 'package-lock.json')
  if (!existsSync(file)) return []
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (typeof content !== 'object' || content === null || !('packages' in content)) return []
  const { packages } = content
  if (typeof packages !== 'object' || packages === null) return []
  const locked = Object.entries<unknown>({ ...packages })
  const names = (isWanted: (one: unknown) => boolean) =>
    new Set(
      locked.filter(([, one]) => isWanted(one)).flatMap(([path]) => packageOf(`/${path}`) ?? []),
    )
  const shipped = names((one) => !isForDevelopment(one))
  // A name may be there in two versions, one of them for production.
  return [...names(isForDevelopment)].filter((name) => !shipped.has(name))
}

const isForDevelopment = (locked: unknown) =>
  typeof locked === 'object' && locked !== null && 'dev' in locked && locked.dev === true
