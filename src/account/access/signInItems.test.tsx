import { beforeAll, expect, it } from 'vitest'
import { withAccountWords } from '#i18n/accountWords.ts'
import { createText, type Text } from '#i18n/text.ts'
import { roleItems, signInItems } from './signInItems.ts'
import { claimText, durationText, factText } from './valueText.ts'

let text: Text

beforeAll(async () => {
  text = await withAccountWords('en', createText('en', {}))
})

const lifetime = { iat: 1000, exp: 4600 }

function items(id: object, access: object = {}) {
  const claims = { id: { ...lifetime, ...id }, access: { ...lifetime, ...access } }
  const all = signInItems(claims, { signedInAt: 0, now: 0 }, text)
  return Object.fromEntries(all.map(({ key, value }) => [key, value]))
}

it('says only what the tokens say', () => {
  expect(Object.keys(items({}))).toEqual(['since', 'access', 'id'])
  expect(items({}, { exp: 1090 })).toMatchObject({
    id: '1 hour, then it is renewed by itself',
    access: '90 seconds, then it is renewed by itself',
  })
})

it('puts codes into words, and leaves those it does not know', () => {
  expect(
    items(
      {
        amr: ['pwd', 'otp', 'toString'],
        acr: 'urn:cognito:loa:2',
        identities: [{ providerName: 'Google', userId: '1' }],
      },
      { scope: 'openid notes/read aws.cognito.signin.user.admin' },
    ),
  ).toMatchObject({
    means: ['Password', 'One-time code', 'toString'],
    level: ['2'],
    provider: ['Google'],
    scopes: ['know that it is you', 'notes/read', 'look after your account'],
  })
  expect(items({ amr: 'pwd', acr: 'gold', identities: 'Google' }, { scope: 7 })).toEqual(
    expect.objectContaining({ level: ['gold'] }),
  )
})

it('names the role that is used, and those that could be', () => {
  const id = { 'cognito:roles': ['a', 'b'], 'cognito:preferred_role': 'b' }
  const roles = roleItems({ id, access: {} }, text)
  expect(roles.map(({ key, value }) => [key, value])).toEqual([
    ['role', ['b']],
    ['roles', ['a']],
  ])
  expect(roleItems({ id: {}, access: {} }, text)).toEqual([])
})

it.each([
  [300, '5 minutes'],
  [3600, '1 hour'],
  [5400, '90 minutes'],
  [172_800, '2 days'],
])('%i seconds are %s', (seconds, words) => {
  expect(durationText(text, seconds)).toBe(words)
})

it('shows a value as it can be read', () => {
  expect(claimText('email_verified', true, text)).toBe('true')
  expect(claimText('iat', 0, text)).toMatch(/^0 \(.*1970/)
  expect(claimText('cognito:groups', ['a'], text)).toBe('["a"]')
  expect(factText(['a', 'b'], text)).toBe('a and b')
  expect(factText({ a: [1] }, text)).toBe('{"a":[1]}')
  expect(factText(null, text)).toBe('null')
})
