import { QueryClient } from '@tanstack/react-query'
import { HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { attributesQuery } from '#account/attributesQuery.ts'
import { devicesQuery } from '#account/devices/devicesQuery.ts'
import { sessionsQuery } from '#account/sessions/sessionsQuery.ts'
import type { Actions } from '#vault/cognito/actions.ts'
import { attributesOf, errorCode } from '#test/support/expectations.ts'
import { openBrowser } from '#test/support/openBrowser.ts'
import { startCognito } from '#test/support/startCognito.ts'

const email = 'ada@example.com'
const password = 'Correct-Horse-1'

const html = '<!doctype html><title>502 Bad Gateway</title>'
const waf = { __type: 'ForbiddenException', message: 'Request not allowed due to WAF block.' }
const news = { __type: 'SomethingNewException', message: 'What is this?' }

/** Responses of a broken network, a proxy or a failing service, with the expected error code. */
const faults: [string, () => Response, string][] = [
  ['nothing at all', () => HttpResponse.error(), 'network'],
  [
    '500 and an exception',
    () => exception({ __type: 'InternalErrorException' }, 500),
    'serviceUnavailable',
  ],
  ['502 and a page', () => HttpResponse.html(html, { status: 502 }), 'serviceUnavailable'],
  ['503 and nothing', () => new Response('', { status: 503 }), 'serviceUnavailable'],
  ['429 and nothing', () => new Response('', { status: 429 }), 'tooManyRequests'],
  [
    'a throttle',
    () => exception({ __type: 'TooManyRequestsException', message: 'Rate exceeded' }),
    'tooManyRequests',
  ],
  ['200 and nothing', () => new Response(''), 'serviceUnavailable'],
  ['200 and a page', () => HttpResponse.html(html), 'serviceUnavailable'],
  [
    '200 and a truncated answer',
    () => new Response('{"Username":"a","UserAttr'),
    'serviceUnavailable',
  ],
  ['200 and text', () => HttpResponse.json('yes'), 'serviceUnavailable'],
  ['200 and an empty object', () => HttpResponse.json({}), 'unexpected'],
  ['a firewall', () => exception(waf, 403), 'blocked'],
  [
    'an exception without a message',
    () => exception({ __type: 'LimitExceededException' }),
    'limitExceeded',
  ],
  ['an unknown exception', () => exception(news), 'unexpected'],
]

function exception(body: object, status = 400): Response {
  return HttpResponse.json(body, { status })
}

/** Action to a command that calls it. */
const firstCalls: Partial<Record<keyof Actions, 'signIn' | 'signUp'>> = {
  InitiateAuth: 'signIn',
  RespondToAuthChallenge: 'signIn',
  SignUp: 'signUp',
}

describe.each(Object.entries(firstCalls))('when %s is answered with', (action, command) => {
  it.each(faults)('%s', async (_, answer, code) => {
    const testPool = await startCognito()
    await testPool.createUser(email, password)
    const { auth } = openBrowser(testPool.config).openTab()
    await auth.restored
    const attempt = () =>
      command === 'signIn'
        ? auth.signIn({ username: email, password, rememberMe: false })
        : auth.signUp({ username: 'new@example.com', password, attributes: {} })

    testPool.answerInstead(action, answer)
    expect(await errorCode(attempt())).toBe(code)
    expect(auth.getState().status).toBe('signedOut')

    testPool.recover()
    expect(await errorCode(attempt())).toBe('admitted')
  })
})

describe('when GetUser is answered with', () => {
  it.each(faults)('%s', async (_, answer, code) => {
    const testPool = await startCognito()
    await testPool.createUser(email, password)
    const { auth } = openBrowser(testPool.config).openTab()
    await auth.signIn({ username: email, password, rememberMe: false })
    const state = auth.getState()
    if (state.status !== 'signedIn') throw new Error('not signed in')

    testPool.answerInstead('GetUser', answer)
    const account = new QueryClient().query(attributesQuery(state.session))
    expect(await errorCode(account)).toBe(code)
    expect(auth.getState().status).toBe('signedIn')

    testPool.recover()
    expect(await attributesOf(state.session)).toMatchObject({ email })
  })
})

describe('an action that a region does not have yet', () => {
  it('leaves its page with a note, not with an error', async () => {
    const testPool = await startCognito()
    await testPool.createUser(email, password)
    const { auth } = openBrowser(testPool.config).openTab()
    await auth.signIn({ username: email, password, rememberMe: false })
    const state = auth.getState()
    if (state.status !== 'signedIn') throw new Error('not signed in')
    const unknown = () => exception({ __type: 'UnknownOperationException' })
    for (const action of ['ListUserSessions', 'ListDevices'])
      testPool.answerInstead(action, unknown)
    const client = new QueryClient()
    expect(await client.query(sessionsQuery(state.session))).toEqual({ status: 'untracked' })
    expect(await client.query(devicesQuery(state.session))).toEqual({ status: 'untracked' })
  })
})
