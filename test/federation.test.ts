import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Auth } from '#auth/auth.ts'
import { openGoogle } from '#test/support/openGoogle.ts'

// Sign-in with an identity provider: the redirect there, and the callback.

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const finish = (auth: Auth, query: string) => auth.finishFederatedSignIn({ query })

it('signs in the user of the provider, once, and returns to the page they came from', async () => {
  const { auth, leave, comeBack } = await openGoogle()
  const query = await comeBack(await leave())
  expect(await finish(auth, query)).toEqual({ returnTo: '?next=%2Fadmin' })
  expect(auth.getState()).toMatchObject({ session: { email: 'ada@example.com' } })
  expect(await finish(auth, query)).toMatchObject({ refused: { code: 'challengeExpired' } })
})

it('says when the provider refused the user, and returns to the page they came from', async () => {
  const { auth, leave, comeBack } = await openGoogle()
  const query = await comeBack(await leave(), { refuse: 'true' })
  expect(await finish(auth, query)).toEqual({
    returnTo: '?next=%2Fadmin',
    refused: { code: 'federationDenied' },
  })
})

it('refuses the callback of another sign-in, and one that is late', async () => {
  const { auth, leave, comeBack } = await openGoogle()
  const other = await comeBack(await leave())
  const query = await comeBack(await leave())
  expect(await finish(auth, other)).toEqual({
    returnTo: '',
    refused: { code: 'challengeExpired' },
  })
  vi.setSystemTime(Date.now() + 31 * 60_000)
  expect(await finish(auth, query)).toMatchObject({ refused: { code: 'challengeExpired' } })
  expect(auth.getState().status).toBe('signedOut')
})

it('refuses a code for another verifier, and a token with another nonce', async () => {
  const { auth, leave, comeBack } = await openGoogle()
  const pkce = await leave()
  pkce.searchParams.set('code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM')
  expect(await finish(auth, await comeBack(pkce))).toMatchObject({
    refused: { code: 'challengeExpired' },
  })
  const nonce = await leave()
  nonce.searchParams.set('nonce', 'another')
  expect(await finish(auth, await comeBack(nonce))).toMatchObject({
    refused: { code: 'unexpected', field: 'nonce' },
  })
  expect(auth.getState().status).toBe('signedOut')
})

it('reports a scope that the client may not request as misconfigured', async () => {
  const { auth, leave, comeBack } = await openGoogle()
  const query = await comeBack(await leave(['openid', 'phone']))
  expect(query).toContain('invalid_scope')
  expect(await finish(auth, query)).toMatchObject({ refused: { code: 'misconfigured' } })
})
