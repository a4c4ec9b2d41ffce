import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { build, type UserConfig } from 'vite'
import { cleanBuild } from './cleanBuild.ts'

const repository = fileURLToPath(new URL('..', import.meta.url))

/** Builds a one-line portal with additional files. @returns its `.vite/packages.json` */
async function buildWith(
  files: Record<string, string>,
  config: UserConfig['build'] = { assetsInlineLimit: 0 },
) {
  const root = await mkdtemp(join(tmpdir(), 'gatehouse-build-'))
  onTestFinished(async () => rm(root, { recursive: true }))
  await symlink(join(repository, 'node_modules'), join(root, 'node_modules'))
  const all = {
    'index.html': '<!doctype html><script type="module" src="/src/main.ts"></script>',
    'package-lock.json': await readFile(join(repository, 'package-lock.json'), 'utf8'),
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
      'the local Cognito, as a file with an address',
      {
        'src/main.ts':
          "document.title = new URL('../local-cognito/index.ts', import.meta.url).href",
      },
      /contains local-cognito\/index\.ts/,
    ],
    [
      'its accounts, as data with an address',
      {
        'src/main.ts':
          "document.title = new URL('../local-cognito/accounts.json', import.meta.url).href",
        'local-cognito/accounts.json': '{"ada":1}',
      },
      /contains local-cognito\/accounts\.json/,
    ],
    [
      'its styles, by a style sheet',
      {
        'src/main.ts': "import './a.css'",
        'src/a.css': "@import '../local-cognito/a.css';",
        'local-cognito/a.css': 'p { margin: 0 }',
      },
      /a\.css contains local-cognito\/a\.css/,
    ],
    [
      'its picture, by a style sheet',
      {
        'src/main.ts': "import './a.css'",
        'src/a.css': 'p { background: url(../local-cognito/a.svg) }',
        'local-cognito/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      },
      /contains local-cognito\/a\.svg/,
    ],
    [
      'its picture, by the page',
      {
        'index.html':
          '<!doctype html><img src="/local-cognito/a.svg"><script type="module" src="/src/main.ts"></script>',
        'local-cognito/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      },
      /contains local-cognito\/a\.svg/,
    ],
    [
      'a test, as text',
      {
        'src/main.ts': "import text from './a.test.ts?raw'\ndocument.title = text",
        'src/a.test.ts': 'document.title = "a test"',
      },
      /contains src\/a\.test\.ts/,
    ],
    [
      'a test by another name',
      { 'src/main.ts': "import './a.spec.mts'", 'src/a.spec.mts': 'document.title = "a test"' },
      /contains src\/a\.spec\.mts/,
    ],
    [
      'what a development dependency brings along',
      {
        'src/main.ts':
          "import { encode } from '@jridgewell/sourcemap-codec'\ndocument.title = encode([])",
      },
      /contains @jridgewell\/sourcemap-codec/,
    ],
    ['a map among the files that are copied', { 'public/main.js.map': '{}' }, /is a source map/],
    [
      'the local Cognito among them',
      { 'public/local-cognito.js': '1' },
      /public\/local-cognito\.js is for development/,
    ],
    ['a hidden file among them', { 'public/.env': 'SECRET=1' }, /public\/\.env is a hidden file/],
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

  it.each<[true | 'inline' | 'hidden', RegExp]>([
    [true, /is a source map/],
    ['hidden', /is a source map/],
    ['inline', /has its source map inside/],
  ])('a source map: %s', async (sourcemap, complaint) => {
    await expect(buildWith({}, { sourcemap, assetsInlineLimit: 0 })).rejects.toThrow(complaint)
  })
})

it('accepts the portal, and records the packages of its files', async () => {
  const packages = await buildWith({
    'src/main.ts': `import { useId } from 'react'\n${worker}\ndocument.title = useId.name`,
    'src/w.ts': "import { version } from 'react'\npostMessage(version)",
  })
  expect(JSON.parse(packages)).toEqual({
    [/index-[^"]+/.exec(packages)?.[0] ?? '']: ['react'],
    [/w-[^"]+/.exec(packages)?.[0] ?? '']: ['react'],
  })
})
