import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, test, vi } from 'vitest'
import { build } from 'vite'
import { parse } from 'acorn'
import { scriptFeatures, styleFeatures } from './browserFeatures.ts'
import { oldestBrowsers } from './browsers.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Output of `npm run build`: file name to content. */
const files = new Map<string, string>()
let outDir: string

beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'gatehouse-built-'))
  // The value in tests would bundle React's development build.
  vi.stubEnv('NODE_ENV', 'production')
  await build({ root, logLevel: 'silent', build: { outDir } })
  vi.unstubAllEnvs()
  for (const name of await readdir(join(outDir, 'assets'))) {
    files.set(name, await readFile(join(outDir, 'assets', name), 'utf8'))
  }
})

afterAll(async () => rm(outDir, { recursive: true }))

const scripts = () => [...files].filter(([name]) => name.endsWith('.js'))
const styles = () => [...files].filter(([name]) => name.endsWith('.css'))

describe('the vault', () => {
  const isVault = (name: string) => name.startsWith('worker-')

  // WebKit does not register a worker's entry under its URL: importing it evaluates it a second time.
  test('is one file, to which only the page refers', () => {
    const vaults = [...files.keys()].filter(isVault)
    expect(vaults).toHaveLength(1)
    const named = scripts().filter(([, code]) => vaults.some((name) => code.includes(name)))
    expect(named.map(([name]) => name)).toEqual([expect.stringMatching(/^main-/)])
  })

  test('imports nothing, so that a browser without module workers can run it too', () => {
    const code = scripts().find(([name]) => isVault(name))?.[1]
    expect(code).toMatch(/postMessage/)
    expect(code).not.toMatch(/\bimport\b\s*[({*"'`\w]|\bexport\b\s*[{*]|import\.meta/)
  })
})

describe('the oldest browsers', () => {
  /** Called only after a check that the browser has it. */
  const featureDetected = [
    'createPolicy',
    'createScriptURL',
    'getAuthenticatorData',
    'getPublicKey',
    'getPublicKeyAlgorithm',
    'getTransports',
    'isConditionalMediationAvailable',
    'navigation',
    'skipTransition',
    'startViewTransition',
  ]

  /** Methods of React, TanStack Query, identity-js and the portal that share a name with a web API. */
  const otherMethods = [
    'build',
    'createContext',
    'destroy',
    'equals',
    'forget',
    'isActive',
    'last',
    'revoke',
    'since',
    'subscribe',
    'subtract',
  ]

  test('can run every script', () => {
    const found = new Set(scripts().flatMap(([, code]) => scriptFeatures(code)))
    // Equality, so that exceptions which are not needed any more are removed.
    expect([...found].toSorted()).toEqual([...featureDetected, ...otherMethods].toSorted())
  })

  /** Properties whose absence only makes a page plainer. */
  const refinements = [
    'field-sizing',
    'forced-color-adjust',
    'resize',
    'scale',
    'text-size-adjust',
    'text-wrap',
    'translate',
  ]

  test('can read every style', () => {
    expect(styles()).toHaveLength(1)
    expect(
      styles()
        .flatMap(([, css]) => styleFeatures(css))
        .toSorted(),
    ).toEqual(refinements)
  })

  test('older browsers can parse the script that shows the message', () => {
    const script = scripts().find(([name]) => name.startsWith('start-'))?.[1] ?? ''
    expect(script).toContain('Your browser is too old')
    expect(() => parse(script, { ecmaVersion: 2015 })).not.toThrow()
    expect(() => parse('a?.b', { ecmaVersion: 2015 })).toThrow(SyntaxError)
  })

  test('are the ones that the README names', async () => {
    const { chrome, firefox, safari } = oldestBrowsers
    const readme = await readFile(join(root, 'README.md'), 'utf8')
    expect(readme).toContain(`Chrome and Edge ${chrome}, Firefox ${firefox}, Safari ${safari}`)
  })
})

describe('finds a script that needs', () => {
  it.each([
    ['list.toSorted()', 'toSorted'],
    ['list?.toReversed()', 'toReversed'],
    ['Map.groupBy(list, by)', 'Map.groupBy'],
    ["Map['groupBy'](list, by)", 'Map.groupBy'],
    ['const { groupBy } = Map', 'Map.groupBy'],
    ['const { length } = URL.canParse(a)', 'URL.canParse'],
    ['AbortSignal.any([a])', 'AbortSignal.any'],
    ['Promise.try(f)', 'Promise.try'],
    ['Response.json({})', 'Response.json'],
    ['const has = Intl.Segmenter', 'Intl.Segmenter'],
    ['cookieStore.get(a)', 'cookieStore'],
    ['class A extends CloseWatcher {}', 'CloseWatcher'],
    ['element.checkVisibility()', 'checkVisibility'],
    ['class A { static { a() } }', 'syntax: a static block'],
    ['const a = /(?<=b)c/', 'syntax: the lookbehind in /(?<=b)c/'],
    ['const a = new RegExp("(?<=b)c")', 'syntax: the lookbehind in (?<=b)c'],
    ['await using a = b', expect.stringMatching(/^syntax: /)],
    ['const a = /[a--b]/v', expect.stringMatching(/^syntax: /)],
  ])('%s', (code, name) => {
    expect(scriptFeatures(code)).toContainEqual(name)
  })

  it.each([
    'AbortSignal.timeout(1)',
    'list.at(-1)',
    'Object.hasOwn(a, b)',
    'a?.b ?? c',
    'new Worker(a)',
    'Promise.all([a])',
    'const { keys } = Object',
  ])('not: %s', (code) => {
    expect(scriptFeatures(code)).toEqual([])
  })
})

describe('finds a style that an oldest browser ignores', () => {
  it.each([
    'background: color-mix(in oklch, var(--danger), red)',
    'color: light-dark(var(--a), var(--b))',
    '--lift: oklch(from red 0.8 0.1 h)',
    '--mixed: color-mix(in oklch, red, blue)',
    'block-size: calc(100dvb - var(--a))',
  ])('%s', (declaration) => {
    expect(styleFeatures(`a { ${declaration}; }`)).toEqual([declaration])
    expect(styleFeatures(`@supports (color: red) { a { ${declaration}; } } b { c: d }`)).toEqual([])
    expect(styleFeatures(`@supports not (a: b) { a { ${declaration} } }`)).toHaveLength(1)
    expect(styleFeatures(`@supports (a: b) { a { b: c } } a { ${declaration} }`)).toHaveLength(1)
  })

  it.each([
    ['@media not (min-width: 56em) { a { color: red } }', '@media not ('],
    ['a { rotate: 45deg }', 'rotate'],
  ])('%s', (css, name) => {
    expect(styleFeatures(css)).toEqual([name])
  })

  it.each([
    'a { background: color-mix(in oklch, red, blue) }',
    'a { inline-size: max(1rem, var(--a)) }',
    '@media (max-width: 55.99em) { progress::before { color: red } }',
  ])('not: %s', (css) => {
    expect(styleFeatures(css)).toEqual([])
  })
})
