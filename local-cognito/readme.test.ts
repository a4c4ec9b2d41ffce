import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { ASSUMPTIONS } from '#local-cognito/assumptions.ts'
import { captures } from '#local-cognito/fixtures/captures.ts'
import { operations } from '#local-cognito/operations/operations.ts'

let readme: string

beforeAll(async () => {
  readme = await readFile(new URL('README.md', import.meta.url), 'utf8')
})

const section = (title: string) => new RegExp(`\n## ${title}\n([^]*?)\n## `).exec(readme)?.[1] ?? ''

test('the README lists exactly the implemented actions', () => {
  const listed = [...section('Actions').matchAll(/^\| (\w+) \|/gm)].map(([, name]) => name)
  expect(listed.slice(1)).toEqual(Object.keys(operations).toSorted())
})

test('the README lists every assumption with its answers, the default first, and its evidence', () => {
  const rows = Object.entries(ASSUMPTIONS).map(
    ([name, { question, answers, evidence }]) =>
      `| \`${name}\` | ${question} | ${answers.map((answer) => `\`${answer}\``).join(', ')} | ${evidence} |`,
  )
  expect(
    section('Assumptions')
      .split('\n')
      .filter((line) => line.startsWith('| `')),
  ).toEqual(rows)
})

/** Rules of the README, each without its mark, and the mark. */
function rules() {
  const items = section('What differs from AWS')
    .split('\n')
    // Not the lines that only name a list.
    .filter((line) => /^ *- /.test(line) && !/^- \*\*[^*]*\*\*$/.test(line))
  const paragraphs = ['Sessions', 'Authentication levels'].flatMap((title) =>
    section(title)
      .replaceAll(/```[^]*?```/g, '')
      .split('\n')
      .filter((line) => line !== ''),
  )
  return [...items, ...paragraphs].map((line) => {
    const [, rule = line, mark = ''] = /^(.*) \*\((.*)\)\*:?$/.exec(line) ?? []
    return { rule: rule.replace(/^ *- /, '').replaceAll(/[*`]/g, ''), mark }
  })
}

/** First words of the rules that are guesses. Delete one once a capture or a document has settled it. */
const assumed = [
  'Triggers. AWS does not document the order',
  'An address changed by an administrator applies',
  'A verification code answers ExpiredCodeException once the',
  'The limits of a deleted user do',
  'AttributesRequireVerificationBeforeUpdate without AutoVerifiedAttributes is said to be',
  'All refusals are InvalidParameterException with our own',
  'A stronger combination than needed is accepted:',
  'Enabled second factors count; without any, the',
  'A step-up has a new auth_time. A',
  'Levels of federated sign-ins are the requested',
  "Administrators' sign-ins treat unknown usernames as the",
  'Client credentials give a token with custom',
  'Linked identities. Signing in with one overwrites',
  'A deleted provider is removed from the',
  'Devices. A DEVICE_KEY is ignored in pools',
  'CUSTOM_AUTH is not followed by a second',
  'Providers are not real, and a sign-in',
  'An authorization code is not consumed by',
  'Federated users of case-insensitive pools have lowercase',
  'A new code replaces the one before.',
  'A password reset revokes no tokens. Of',
  'Wrong MFA codes are counted apart from',
  'Choosing a first factor. A user without',
  "Exceptions are those of AWS's documentation; their",
  'Each of the three is required, though',
  'Known providers name the credential; others are',
  "Pages of the relying party's host and",
  'A wrong signature answers Incorrect username or',
  'A passkey that any user of the',
  'The last other factor cannot be disabled',
  'Tokens of tracked sessions are as others,',
  'Refusals of the session actions. Without tracking,',
  'Automatic sign-in after sign-up. ConfirmSignUp returns a',
  'An email address given to MFA_SETUP gets',
  "Our own messages, where AWS's are not",
  'A pool records sign-ins once session tracking',
]

describe('the rules of the README', () => {
  test('all say how AWS is known to do it', () => {
    const unmarked = rules().filter(({ mark }) => !/^(assumed|documented|captured: .+)$/.test(mark))
    expect(rules().length).toBeGreaterThan(60)
    expect(unmarked).toEqual([])
  })

  test('that are assumed are these', () => {
    const found = rules().filter(({ mark }) => mark === 'assumed')
    expect(found.map(({ rule }) => rule.split(' ', 7).join(' '))).toEqual(assumed)
  })

  test('that are captured name a capture or link a source', () => {
    const marks = rules().flatMap(({ mark }) => /^captured: (.*)$/.exec(mark)?.[1] ?? [])
    expect(marks.length).toBeGreaterThan(10)
    const known = Object.keys(captures).map((name) => `\`${name}\``)
    const isLink = (mark: string) => /^\[[^\]]+\]\(https:\/\/github\.com\/\S+\)$/.test(mark)
    expect(marks.filter((mark) => !known.includes(mark) && !isLink(mark))).toEqual([])
  })
})
