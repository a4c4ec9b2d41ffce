import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { settings } from './settings.ts'
import { complete, plain } from './stack/examples.ts'
import { synthesize } from './stack/synthesize.ts'

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-synth-'))
afterAll(() => rmSync(folder, { recursive: true }))

const outdir = () => mkdtempSync(join(folder, 'out-'))

describe('synth', () => {
  it('gives the template that is committed', () => {
    const committed = readFileSync(new URL('./template.json', import.meta.url), 'utf8')
    expect(
      firstDifference(committed, synthesize(settings, outdir())),
      'infra/template.json is not what the stack gives. Run `npm run synth`, look at the difference, commit it.',
    ).toBeUndefined()
  })

  it.each(Object.entries({ plain, complete }))(
    'gives the same bytes twice for %s',
    (_, example) => {
      expect(synthesize(example, outdir())).toBe(synthesize(example, outdir()))
    },
  )

  it('fits into what CloudFormation takes from a file', () => {
    expect(Buffer.byteLength(synthesize(complete, outdir()))).toBeLessThan(51_200)
  })
})

/** A template has a thousand lines: what is wrong is in one. */
function firstDifference(committed: string, synthesized: string) {
  if (committed === synthesized) return undefined
  const lines = synthesized.split('\n')
  const line = committed.split('\n').findIndex((one, index) => one !== lines[index])
  return { line: line + 1, committed: committed.split('\n')[line], synthesized: lines[line] }
}
