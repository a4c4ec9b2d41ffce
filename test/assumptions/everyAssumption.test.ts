import { readdir, readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { ASSUMPTIONS } from '#local-cognito/assumptions.ts'

it('runs a journey under every assumption of the local Cognito', async () => {
  const files = (await readdir(import.meta.dirname)).filter((file) => file.endsWith('.test.ts'))
  const sources = await Promise.all(
    files.map((file) => readFile(new URL(file, import.meta.url), 'utf8')),
  )
  const described = sources.flatMap((source) =>
    [...source.matchAll(/^describeAnswers\('(\w+)'/gm)].map(([, name = '']) => name),
  )
  expect(described.toSorted()).toEqual(Object.keys(ASSUMPTIONS).toSorted())
})
