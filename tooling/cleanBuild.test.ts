import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { build, type UserConfig } from 'vite'
import { cleanBuild } from './cleanBuild.ts'

const repository = fileURLToPath(new URL('..', import.meta.url))

/** Builds a portal of one line, plus whatever is given. @returns its `.vite/packages.json`. */
async function buildWith(files: Record<string, string>, config: UserConfig['build'] = {}) {
  const root = await mkdtemp(join(tmpdir(), 'gatehouse-build-'))
  onTestFinished(async () => rm(root, { recursive: true }))
  await symlink(join(repository, 'node_modules'), join(root, 'node_modules'))
  const all = {
    'index.html': '<!doctype html><script type="module" src="/src/main.ts"></script>',
    'package.json': await readFile(join(repository, 'package.json'), 'utf8'),
    'src/main.ts': 'document.title = "portal"',
    'local-cognito/index.ts': 'export const handle = () => { document.title = "local" }',
    'test/openPortal.ts': 'export const open = () => { document.title = "test" }',
    ...files,
  }
  for (const [path, text] of Object.entries(all)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  const clean = cleanBuild()
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: config,
    plugins: [clean.page],
    worker: { format: 'es', plugins: () => [clean.worker()] },
  })
  return readFile(join(root, 'dist/.vite/packages.json'), 'utf8')
}

const worker = "import url from './w.ts?worker&url'\nnew Worker(url)"

describe('a build is refused that contains', () => {
  it.each<[string, Record<string, string>, RegExp]>([
    [
      'the local Cognito',
      { 'src/main.ts': "import { handle } from '../local-cognito/index.ts'\nhandle()" },
      /contains local-cognito\/index\.ts/,
    ],
    [
      'the local Cognito, lazily',
      { 'src/main.ts': "const a = await import('../local-cognito/index.ts')\na.handle()" },
      /contains local-cognito\/index\.ts/,
    ],
    [
      'the local Cognito, behind a query',
      {
        'src/main.ts':
          "if (location.search === '?local') import('../local-cognito/index.ts').then((a) => a.handle())",
      },
      /contains local-cognito\/index\.ts/,
    ],
    [
      'the local Cognito, in a worker',
      {
        'src/main.ts': worker,
        'src/w.ts': "import { handle } from '../local-cognito/index.ts'\nhandle()",
      },
      /contains local-cognito\/index\.ts/,
    ],
    [
      'a test bed',
      { 'src/main.ts': "import { open } from '../test/openPortal.ts'\nopen()" },
      /contains test\/openPortal\.ts/,
    ],
    [
      'a test',
      { 'src/main.ts': "import './a.test.ts'", 'src/a.test.ts': 'document.title = "a test"' },
      /contains src\/a\.test\.ts/,
    ],
    [
      'a development dependency',
      { 'src/main.ts': "import axe from 'axe-core'\ndocument.title = axe.version" },
      /contains axe-core/,
    ],
  ])('%s', async (_, files, complaint) => {
    await expect(buildWith(files)).rejects.toThrow(complaint)
  })

  it('a source map', async () => {
    await expect(buildWith({}, { sourcemap: true })).rejects.toThrow(/is a source map/)
  })
})

it('lets the portal through, and notes what its files are made of', async () => {
  const packages = await buildWith({
    'src/main.ts': `import { useId } from 'react'\n${worker}\ndocument.title = useId.name`,
    'src/w.ts': "import { version } from 'react'\npostMessage(version)",
  })
  expect(JSON.parse(packages)).toEqual({
    [/index-[^"]+/.exec(packages)?.[0] ?? '']: ['react'],
    [/w-[^"]+/.exec(packages)?.[0] ?? '']: ['react'],
  })
})
