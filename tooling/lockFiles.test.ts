import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { lockFileProblems } from './lockFiles.ts'

const folders = ['', 'infra/', 'bench/peers/']

async function read<Content>(path: string): Promise<Content> {
  // npm wrote both files, in the documented format.
  return JSON.parse(await readFile(new URL(`../${path}`, import.meta.url), 'utf8')) as Content
}

interface Lock {
  packages: Parameters<typeof lockFileProblems>[0]
}

it.each(folders)(
  '%spackage-lock.json has only packages of the registry, with their hashes',
  async (folder) => {
    const { packages } = await read<Lock>(`${folder}package-lock.json`)
    const { allowScripts = {} } = await read<{ allowScripts?: Record<string, boolean> }>(
      `${folder}package.json`,
    )
    const refused = Object.keys(allowScripts).filter((name) => allowScripts[name] === false)
    expect(Object.keys(packages).length).toBeGreaterThan(100)
    expect(lockFileProblems(packages, refused)).toEqual([])
  },
)

const integrity = `sha512-${'a'.repeat(86)}==`

it.each([
  ['git', { version: '1.0.0', integrity, resolved: 'git+ssh://git@example.com/a.git#1f' }],
  ['http', { version: '1.0.0', integrity, resolved: 'http://example.com/a.tgz' }],
  ['a file', { version: '1.0.0', integrity, resolved: 'file:../a.tgz' }],
  ['no hash', { version: '1.0.0' }],
  ['an old hash', { version: '1.0.0', integrity: 'sha1-AAAAAAAAAAAAAAAAAAAAAAAAAAA=' }],
  ['an install script', { version: '1.0.0', integrity, hasInstallScript: true }],
])('reports %s', (_, found) => {
  expect(lockFileProblems({ 'node_modules/@some/a': found }, ['other'])).toEqual([
    expect.stringMatching(/^@some\/a /),
  ])
})

it('accepts an install script that is refused, also of a nested package', () => {
  const found = { version: '1.0.0', integrity, hasInstallScript: true }
  expect(lockFileProblems({ 'node_modules/b/node_modules/a': found }, ['a'])).toEqual([])
})
