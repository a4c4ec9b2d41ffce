import { expect, test } from 'vitest'
import { openBed } from './test/openBed.ts'

test('of the local Cognito’s own pool, this says what the local Cognito says', async () => {
  await using bed = await openBed()
  const local = (await (await fetch(`${bed.origin}/_local/config`)).json()) as {
    signIn: object
    cognito: { userPoolId: string; userPoolClientId: string }
  }
  const { userPoolId, userPoolClientId } = local.cognito
  await bed.run(userPoolId, userPoolClientId, '--endpoint', bed.origin, '--out', 'config.json')
  expect(JSON.parse(await bed.read('config.json'))).toEqual({
    ...local,
    // These two the local Cognito leaves open, so that both ways in can be tried beside `npm run dev`.
    signIn: { ...local.signIn, flow: 'USER_AUTH' },
    profile: {
      attributes: ['email', 'given_name', 'family_name', 'locale'],
      readOnly: [],
      required: ['given_name'],
    },
  })
})
