import { describe, expect, it } from 'vitest'
import { exportFileName } from './exportFile.ts'
import { isSameName } from './isSameName.ts'

describe('isSameName', () => {
  it.each([
    'ada@example.com',
    'Ada@Example.COM',
    ' ada@example.com ',
    'ada @ example.com',
    '\u200Fada@example.com\u200E',
    '\u2068ada@example.com\u2069',
    'ａｄａ＠example.com',
  ])('accepts %j', (typed) => {
    expect(isSameName(typed, 'Ada@example.com')).toBe(true)
  })

  it.each(['', ' ', 'ada', 'ada@example.co', 'grace@example.com', 'adaexample.com'])(
    'rejects %j',
    (typed) => {
      expect(isSameName(typed, 'ada@example.com')).toBe(false)
    },
  )
})

it.each([
  ['Gatehouse', 'gatehouse-2026-03-07.json'],
  ['  Harbour & Bank! ', 'harbour-bank-2026-03-07.json'],
  ['البوابة', 'البوابة-2026-03-07.json'],
  ['../../etc', 'etc-2026-03-07.json'],
  ['***', 'account-2026-03-07.json'],
])('the copy from %j is saved as %s', (portal, name) => {
  const exportedAt = new Date(2026, 2, 7)
  expect(exportFileName({ portal, exportedAt, address: '', userPoolId: '' })).toBe(name)
})
