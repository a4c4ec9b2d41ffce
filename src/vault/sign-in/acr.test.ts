import { expect, it } from 'vitest'
import { makeToken } from '#test/support/makeToken.ts'
import { reachesAcr } from './acr.ts'

const common = { sub: 'u', exp: 2e9, iat: 1, auth_time: 1, token_use: 'access', client_id: 'c' }
const tokensWith = (acr: string | undefined) => ({
  accessToken: makeToken({ ...common, acr }),
  idToken: '',
  refreshToken: '',
  clockDriftMs: 0,
})

it.each([
  ['urn:cognito:loa:2', 'urn:cognito:loa:2', undefined, true],
  ['urn:cognito:loa:3', 'urn:cognito:loa:2', undefined, true],
  ['urn:cognito:loa:1', 'urn:cognito:loa:2', undefined, false],
  [undefined, 'urn:cognito:loa:1', undefined, false],
  // A pool's own names have the order of the config, the best first.
  ['gold', 'silver', 'gold silver bronze', true],
  ['bronze', 'silver', 'gold silver bronze', false],
  ['bronze', 'silver bronze', 'gold silver bronze', true],
  ['gold', 'silver', undefined, false],
])('tokens of the level %s reach "%s" in the order "%s": %s', (acr, wanted, all, expected) => {
  expect(reachesAcr(tokensWith(acr), wanted, all)).toBe(expected)
})
