import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { operations } from '#local-cognito/operations/operations.ts'

test('the README lists exactly the implemented actions', async () => {
  const readme = await readFile(new URL('README.md', import.meta.url), 'utf8')
  const [, actions = ''] = /\n## Actions\n([\s\S]*?)\n## /.exec(readme) ?? []
  const listed = [...actions.matchAll(/^\| (\w+) \|/gm)].map(([, name]) => name)
  expect(listed.slice(1)).toEqual(Object.keys(operations).toSorted())
})
