import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { ASSUMPTIONS } from '#local-cognito/assumptions.ts'
import { operations } from '#local-cognito/operations/operations.ts'

const readme = await readFile(new URL('README.md', import.meta.url), 'utf8')

test('the README lists exactly the implemented actions', () => {
  const [, actions = ''] = /\n## Actions\n([\s\S]*?)\n## /.exec(readme) ?? []
  const listed = [...actions.matchAll(/^\| (\w+) \|/gm)].map(([, name]) => name)
  expect(listed.slice(1)).toEqual(Object.keys(operations).toSorted())
})

test('the README lists every assumption with its answers, the default first, and its evidence', () => {
  const [, assumptions = ''] = /\n## Assumptions\n([\s\S]*?)\n## /.exec(readme) ?? []
  const rows = Object.entries(ASSUMPTIONS).map(
    ([name, { question, answers, evidence }]) =>
      `| \`${name}\` | ${question} | ${answers.map((answer) => `\`${answer}\``).join(', ')} | ${evidence} |`,
  )
  expect(assumptions.split('\n').filter((line) => line.startsWith('| `'))).toEqual(rows)
})
