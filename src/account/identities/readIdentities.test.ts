import { expect, it } from 'vitest'
import { readIdentities } from './readIdentities.ts'

it.each<[dateCreated: unknown, linkedAt: number | undefined]>([
  [1_764_500_000_000, 1_764_500_000_000],
  ['1764500000000', 1_764_500_000_000],
  [0, undefined],
  [-1, undefined],
  [1e17, undefined],
  ['yesterday', undefined],
  [null, undefined],
])('reads the linking time from %j', (dateCreated, linkedAt) => {
  const attribute = JSON.stringify([{ providerName: 'Google', userId: '1', dateCreated }])
  expect(readIdentities(attribute)).toEqual([
    { provider: 'Google', userId: '1', primary: false, linkedAt },
  ])
})
