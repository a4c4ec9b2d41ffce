import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { lintFiles, type Offence, repository } from './lintFiles.ts'

// The house rules are worth what they refuse: every offence here must be found by the linter.

const offences: Offence[] = [
  ['any', 'src/vault/any.ts', 'export const a = (b: any) => String(b)', 'no-explicit-any'],
  [
    'a value from any',
    'src/ui/unsafe.ts',
    "export const a: string = JSON.parse('1')",
    'no-unsafe-assignment',
  ],
  ['a call of any', 'src/ui/call.ts', "JSON.parse('1')()", 'no-unsafe-call'],
  [
    'a member of any',
    'src/ui/member.ts',
    "export const a = String(JSON.parse('1').b)",
    'no-unsafe-member-access',
  ],
  [
    'an unexplained cast',
    'src/ui/cast.ts',
    'export const a = (b: unknown) => b as string',
    'no-unsafe-type-assertion',
  ],
  ['!', 'src/ui/bang.ts', 'export const a = (b?: string) => b!.length', 'no-non-null-assertion'],
  ['a forgotten promise', 'src/ui/floating.ts', 'fetch("/")', 'no-floating-promises'],
  [
    'a promise where void is expected',
    'src/ui/misused.ts',
    'addEventListener("online", async () => { await fetch("/") })',
    'no-misused-promises',
  ],
  [
    'a case left out',
    'src/ui/switch.ts',
    "export function a(b: 'x' | 'y') { switch (b) { case 'x': return 1 } return 2 }",
    'switch-exhaustiveness-check',
  ],
  ['a swallowed error', 'src/ui/swallowed.ts', 'try { location.reload() } catch {}', 'no-empty'],
  ['unguarded storage', 'src/app/storage.ts', "localStorage.getItem('a')", 'no-restricted-globals'],
  [
    'unguarded storage of the window',
    'src/app/windowStorage.ts',
    'window.sessionStorage.clear()',
    'no-restricted-properties',
  ],
  ['a thrown text', 'src/ui/thrown.ts', "export function a() { throw 'b' }", 'only-throw-error'],
  ['a deprecated name', 'src/ui/deprecated.ts', 'export const a = escape("b")', 'no-deprecated'],
  ['a default export', 'src/ui/default.ts', 'const a = 1\nexport default a', 'no-default-export'],
  [
    'an import without extension',
    'src/ui/extension.ts',
    "import { a } from './any'\nexport const b = a",
    'extensions',
  ],
  ['a barrel', 'src/ui/index.ts', "export * from './any.ts'", 'no-barrel-file'],
  ['251 lines', 'src/ui/long.ts', `export const a = [\n${'  1,\n'.repeat(249)}]`, 'max-lines'],
  ['a TODO', 'src/ui/later.ts', '// TODO: later\nexport const a = 1', 'no-warning-comments'],
  [
    'document.cookie',
    'src/ui/cookie.ts',
    'export const a = document.cookie',
    'no-restricted-properties',
  ],
  [
    'window.name',
    'src/ui/windowName.ts',
    'export const a = window.name',
    'no-restricted-properties',
  ],
  [
    'dangerouslySetInnerHTML',
    'src/ui/Danger.tsx',
    'export const A = () => <p dangerouslySetInnerHTML={{ __html: "" }} />',
    'no-danger',
  ],
  ['eval', 'src/ui/eval.ts', 'eval("1")', 'no-eval'],
  [
    'new Function',
    'src/ui/function.ts',
    'export const a = new Function("return 1")',
    'no-new-func',
  ],
  [
    'Buffer in the portal',
    'src/auth/buffer.ts',
    'export const a = Buffer.from("b")',
    'no-restricted-globals',
  ],
  [
    'process in the portal',
    'src/app/process.ts',
    'export const a = process.pid',
    'no-restricted-globals',
  ],
  [
    'the page in the vault',
    'src/vault/page.ts',
    'export const a = document.title',
    'no-restricted-globals',
  ],
  [
    'localStorage in the vault',
    'src/vault/disk.ts',
    'export const a = localStorage.length',
    'no-restricted-globals',
  ],
  [
    'Buffer in the local Cognito',
    'local-cognito/buffer.ts',
    'export const a = Buffer.from("b")',
    'no-restricted-globals',
  ],
  [
    'process in the local Cognito',
    'local-cognito/process.ts',
    'export const a = process.pid',
    'no-restricted-globals',
  ],
  [
    'a hook behind a condition',
    'src/ui/Hook.tsx',
    "import { useId } from 'react'\nexport function A({ b }: { b: boolean }) { return b ? <p id={useId()} /> : undefined }",
    'rules-of-hooks',
  ],
  [
    'a forgotten dependency',
    'src/ui/Deps.tsx',
    "import { useEffect } from 'react'\nexport function A({ b }: { b: string }) { useEffect(() => { document.title = b }, []); return undefined }",
    'exhaustive-deps',
  ],
  [
    'state set in an effect',
    'src/ui/Effect.tsx',
    "import { useEffect, useState } from 'react'\nexport function A() { const [b, setB] = useState(0); useEffect(() => { setB(1) }, []); return <p>{b}</p> }",
    'set-state-in-effect',
  ],
  [
    'an impure render',
    'src/ui/Impure.tsx',
    'export function A() { return <p>{Math.random()}</p> }',
    'purity',
  ],
  [
    'a ref read in render',
    'src/ui/Ref.tsx',
    "import { useRef } from 'react'\nexport function A() { const b = useRef(1); return <p>{b.current}</p> }",
    'refs',
  ],
  [
    'a component made in render',
    'src/ui/Static.tsx',
    'export function A() { const B = () => <p />; return <B /> }',
    'static-components',
  ],
  [
    'a picture without a text',
    'src/ui/Alt.tsx',
    'export const A = () => <img src="/a.png" />',
    'alt-text',
  ],
  [
    'a button without a type',
    'src/ui/Type.tsx',
    'export const A = () => <button>b</button>',
    'button-has-type',
  ],
  [
    'a skipped test',
    'src/ui/skipped.test.ts',
    "import { expect, it } from 'vitest'\nit.skip('a', () => { expect(1).toBe(1) })",
    'no-disabled-tests',
  ],
  [
    'a lone test',
    'src/ui/lone.test.ts',
    "import { expect, it } from 'vitest'\nit.only('a', () => { expect(1).toBe(1) })",
    'no-focused-tests',
  ],
  [
    'a test that expects nothing',
    'src/ui/nothing.test.ts',
    "import { it } from 'vitest'\nit('a', () => { location.reload() })",
    'expect-expect',
  ],
]

let found: Map<string, string[]>

beforeAll(async () => {
  found = await lintFiles(offences.map(([, path, code]) => [path, code]))
}, 60_000)

describe('house rules refuse', () => {
  it.each(offences)('%s (%s)', (_, path, __, rule) => {
    expect(found.get(path)).toContain(rule)
  })
})

it('lets no rule be switched off without saying why', async () => {
  const folders = ['src', 'local-cognito', 'sample-api', 'test', 'e2e', 'bench', 'tooling', 'edge']
  const unexplained: string[] = []
  for (const name of folders) {
    for (const file of await readdir(join(repository, name), { recursive: true })) {
      if (!/\.tsx?$/.test(file) || file.includes('node_modules')) continue
      const lines = (await readFile(join(repository, name, file), 'utf8')).split('\n')
      unexplained.push(
        ...lines.filter((line) => /(ox|es)lint-disable/.test(line) && !line.includes(' -- ')),
      )
    }
  }
  expect(unexplained).toEqual([])
})
