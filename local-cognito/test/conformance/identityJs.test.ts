/* oxlint-disable typescript/no-deprecated -- the whole library is marked so; it is what clients still run */
import { createServer } from 'node:http'
import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
} from 'amazon-cognito-identity-js'
import { expect, test } from 'vitest'
import { openTestPool, PASSWORD } from '#local-cognito/test/support/testPool.ts'

/** The local Cognito on a real port, and the library used as in an application. */
async function open() {
  const testPool = await openTestPool()
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      let body = ''
      for await (const chunk of incoming) body += String(chunk)
      const request = new Request(`http://${incoming.headers.host}${incoming.url}`, {
        method: incoming.method ?? 'GET',
        headers: { 'X-Amz-Target': String(incoming.headers['x-amz-target']) },
        ...(incoming.method === 'POST' && { body }),
      })
      const response = await testPool.cognito.handle(request)
      outgoing.writeHead(response.status, Object.fromEntries(response.headers))
      outgoing.end(await response.text())
    })()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  const pool = new CognitoUserPool({
    UserPoolId: testPool.pool.id,
    ClientId: testPool.client.id,
    endpoint: `http://127.0.0.1:${address.port}`,
    Storage: new MapStorage(),
  })
  return {
    testPool,
    user: (Username: string) =>
      new CognitoUser({ Username, Pool: pool, Storage: new MapStorage() }),
    [Symbol.asyncDispose]: () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

class MapStorage {
  readonly #items = new Map<string, string>()
  getItem = (key: string) => this.#items.get(key) ?? null
  setItem = (key: string, value: string) => void this.#items.set(key, value)
  removeItem = (key: string) => void this.#items.delete(key)
  clear = () => this.#items.clear()
}

const signIn = (user: CognitoUser, Password = PASSWORD) =>
  new Promise<CognitoUserSession | 'newPasswordRequired'>((resolve, reject) => {
    const details = new AuthenticationDetails({ Username: user.getUsername(), Password })
    user.authenticateUser(details, {
      onSuccess: resolve,
      onFailure: reject,
      newPasswordRequired: () => resolve('newPasswordRequired'),
    })
  })

async function sessionOf(user: CognitoUser) {
  const session = await signIn(user)
  if (session === 'newPasswordRequired') throw new Error('A new password was asked for.')
  return session
}

test('signs in, reads the attributes, and refreshes', async () => {
  await using fixture = await open()
  const user = fixture.user('jo')
  const session = await sessionOf(user)
  expect(session.getIdToken().payload).toMatchObject({ email: 'jo@example.com' })

  const attributes = await new Promise((resolve, reject) =>
    user.getUserAttributes((error, found) => (error ? reject(error) : resolve(found))),
  )
  expect(attributes).toContainEqual({ Name: 'email', Value: 'jo@example.com' })

  const refreshed = await new Promise<CognitoUserSession>((resolve, reject) =>
    user.refreshSession(session.getRefreshToken(), (error: unknown, next: CognitoUserSession) =>
      error instanceof Error ? reject(error) : resolve(next),
    ),
  )
  const jti = (each: CognitoUserSession): unknown => each.getAccessToken().payload['jti']
  expect(jti(refreshed)).not.toBe(jti(session))
})

test.each([
  ['a wrong password', 'jo', 'wrong', 'NotAuthorizedException', 'Incorrect username or password.'],
  ['an unknown user', 'no-user', PASSWORD, 'UserNotFoundException', 'User does not exist.'],
])('reports %s', async (_, name, password, code, message) => {
  await using fixture = await open()
  await expect(signIn(fixture.user(name), password)).rejects.toMatchObject({ code, message })
})

test('replaces a temporary password', async () => {
  await using fixture = await open()
  await fixture.testPool.addTestUser('new', { status: 'FORCE_CHANGE_PASSWORD' })
  const user = fixture.user('new')
  expect(await signIn(user)).toBe('newPasswordRequired')
  const session = await new Promise<CognitoUserSession>((onSuccess, onFailure) =>
    user.completeNewPasswordChallenge('Brand-New-Word-7', {}, { onSuccess, onFailure }),
  )
  expect(session.isValid()).toBe(true)
})

test('signs out everywhere', async () => {
  await using fixture = await open()
  const user = fixture.user('jo')
  const session = await sessionOf(user)
  await new Promise((onSuccess, onFailure) => user.globalSignOut({ onSuccess, onFailure }))
  const AccessToken = session.getAccessToken().getJwtToken()
  expect(await fixture.testPool.refused('GetUser', { AccessToken })).toEqual({
    type: 'NotAuthorizedException',
    message: 'Access Token has been revoked',
  })
})
