import { expect, it } from 'vitest'
import { messages } from '#i18n/en/messages.ts'
import { createTranslate, extendEnglish } from '#i18n/translate.ts'
import { roleItems, signInItems } from './signInItems.ts'
import { claimText, durationText, apiValueText } from './valueText.ts'

extendEnglish(messages)
const t = createTranslate('en', {})

const lifetime = { iat: 1000, exp: 4600 }

function items(id: object, access: object = {}) {
  const claims = { id: { ...lifetime, ...id }, access: { ...lifetime, ...access } }
  const all = signInItems(claims, { signedInAt: 0, now: 0 }, t)
  return Object.fromEntries(all.map(({ key, value }) => [key, value]))
}

it('leaves out what the tokens do not have', () => {
  expect(Object.keys(items({}))).toEqual(['since', 'access', 'id'])
  expect(items({}, { exp: 1090 })).toMatchObject({
    id: '1 hour, then it is renewed by itself',
    access: '90 seconds, then it is renewed by itself',
  })
})

it('translates known codes and leaves others unchanged', () => {
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
    methods: ['Password', 'One-time code', 'toString'],
    level: ['2'],
    provider: ['Google'],
    scopes: ['know that it is you', 'notes/read', 'look after your account'],
  })
  expect(items({ amr: 'pwd', acr: 'gold', identities: 'Google' }, { scope: 7 })).toEqual(
    expect.objectContaining({ level: ['gold'] }),
  )
})

it('separates the preferred role from the others', () => {
  const id = { 'cognito:roles': ['a', 'b'], 'cognito:preferred_role': 'b' }
  const roles = roleItems({ id, access: {} }, t)
  expect(roles.map(({ key, value }) => [key, value])).toEqual([
    ['role', ['b']],
    ['roles', ['a']],
  ])
  expect(roleItems({ id: {}, access: {} }, t)).toEqual([])
})

it.each([
  [300, '5 minutes'],
  [3600, '1 hour'],
  [5400, '90 minutes'],
  [172_800, '2 days'],
])('%i seconds are %s', (seconds, words) => {
  expect(durationText(t, seconds)).toBe(words)
})

it('formats values of claims and of the API', () => {
  expect(claimText('email_verified', true, t)).toBe('true')
  expect(claimText('iat', 0, t)).toMatch(/^0 \(.*1970/)
  expect(claimText('cognito:groups', ['a'], t)).toBe('["a"]')
  expect(apiValueText(['a', 'b'], t)).toBe('a and b')
  expect(apiValueText({ a: [1] }, t)).toBe('{"a":[1]}')
  expect(apiValueText(null, t)).toBe('null')
})
