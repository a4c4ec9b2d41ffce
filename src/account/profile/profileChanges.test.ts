import { expect, it } from 'vitest'
import { messages } from '#i18n/en/messages.ts'
import { createTranslate, extendEnglish } from '#i18n/translate.ts'
import { profileChanges } from './profileChanges.ts'

extendEnglish(messages)
const t = createTranslate('en', {})

const config = {
  profile: { attributes: [], readOnly: [], required: [], controls: { 'custom:news': 'boolean' } },
}

function changes(before: Record<string, string>, typed: Record<string, string>) {
  const read = (name: string) => typed[name] ?? ''
  return profileChanges(Object.keys(typed), before, { read, config, t })
}

const parts = '{"street_address":"12 Gate Street","locality":"London"}'

it.each([
  ['text', { given_name: 'Ada' }, { given_name: ' Ada ' }],
  ['an address object', { address: parts }, { address: '12 Gate Street\nLondon' }],
  ['an address in plain text', { address: '12 Gate Street' }, { address: '12 Gate Street' }],
  ['a box that was never ticked', {}, { 'custom:news': '' }],
  ['a gender stored as the claim value', { gender: 'female' }, { gender: 'Female' }],
  ['a gender stored as text', { gender: 'Female' }, { gender: 'Female' }],
])('leaves %s as it is', (_, before, typed) => {
  expect(changes(before, typed)).toEqual({ update: {}, remove: [] })
})

it('sends changed values in the format that Cognito stores', () => {
  const before = { given_name: 'Ada', nickname: 'A', website: 'https://example.com' }
  const typed = {
    given_name: 'Augusta',
    nickname: 'A',
    website: ' ',
    gender: 'Non-binary',
    address: '1 New Road\nLeeds',
    'custom:news': 'on',
  }
  expect(changes(before, typed)).toEqual({
    update: {
      given_name: 'Augusta',
      gender: 'non-binary',
      address: '{"formatted":"1 New Road\\nLeeds"}',
      'custom:news': 'true',
    },
    remove: ['website'],
  })
})
