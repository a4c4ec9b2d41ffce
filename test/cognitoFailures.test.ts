import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { attributesQuery } from '#account/attributesQuery.ts'
import { devicesQuery } from '#account/devices/devicesQuery.ts'
import { sessionsQuery } from '#account/sessions/sessionsQuery.ts'
import { attributesOf, errorCode } from '#test/support/expectations.ts'
import { session } from '#test/support/deviceFixture.ts'
import { openBrowser } from '#test/support/openBrowser.ts'
import { startCognito } from '#test/support/startCognito.ts'

// Answers of Cognito that the queries of the account pages read. Every action under every fault: faultMatrix.test.ts.

const email = 'ada@example.com'
const password = 'Correct-Horse-1'

async function signedIn() {
  const testPool = await startCognito()
  await testPool.createUser(email, password)
  const { auth } = openBrowser(testPool.config).openTab()
  await auth.signIn({ username: email, password, rememberMe: false })
  return { testPool, auth }
}

describe('attributes', () => {
  it('are not taken from an answer of another shape', async () => {
    const { testPool, auth } = await signedIn()
    testPool.answerInstead('GetUser', () => Response.json({ foo: 'bar' }))
    const account = new QueryClient().query(attributesQuery(session(auth)))
    expect(await errorCode(account)).toBe('unexpected')
    expect(auth.getState().status).toBe('signedIn')

    testPool.recover()
    expect(await attributesOf(session(auth))).toMatchObject({ email })
  })
})

describe('an action that a region does not have yet', () => {
  it('leaves its page with a note, not with an error', async () => {
    const { testPool, auth } = await signedIn()
    const unknown = () => Response.json({ __type: 'UnknownOperationException' }, { status: 400 })
    for (const action of ['ListUserSessions', 'ListDevices'])
      testPool.answerInstead(action, unknown)
    const client = new QueryClient()
    expect(await client.query(sessionsQuery(session(auth)))).toEqual({ status: 'untracked' })
    expect(await client.query(devicesQuery(session(auth)))).toEqual({ status: 'untracked' })
  })
})
