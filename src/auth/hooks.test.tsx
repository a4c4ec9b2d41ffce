import { renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, it } from 'vitest'
import { useAuth, useSession } from './AuthProvider.tsx'
import { AuthError } from './errors.ts'
import { RecentSignInContext, useRequireRecentSignIn, useWithRecentSignIn } from './recentSignIn.ts'

it.each([
  [useAuth, 'useAuth needs an AuthProvider above it'],
  [useSession, 'useAuth needs an AuthProvider above it'],
  [useRequireRecentSignIn, 'useRequireRecentSignIn needs a RecentSignInContext above it'],
])('says what a page has to be below: %o', (useIt, message) => {
  expect(() => renderHook<unknown, unknown>(() => useIt())).toThrow(message)
})

/** Runs an action that the vault refuses until the user has re-authenticated, which they do or not. */
function openAction(answer: boolean) {
  let isRecent = false
  const wrapper = ({ children }: { children: ReactNode }) => (
    <RecentSignInContext value={() => Promise.resolve((isRecent = answer))}>
      {children}
    </RecentSignInContext>
  )
  const { result } = renderHook(useWithRecentSignIn, { wrapper })
  const change = () =>
    isRecent
      ? Promise.resolve('changed')
      : Promise.reject(new AuthError({ code: 'recentSignInRequired' }))
  return { run: result.current, change }
}

it('runs a refused action once more after the re-authentication', async () => {
  const { run, change } = openAction(true)
  expect(await run(change)).toBe('changed')
})

it('passes the refusal on when the user closes the dialog', async () => {
  const { run, change } = openAction(false)
  await expect(run(change)).rejects.toMatchObject({ code: 'recentSignInRequired' })
})

it('asks nothing after any other failure', async () => {
  const { run } = openAction(true)
  let tries = 0
  const fail = () => {
    tries += 1
    return Promise.reject(new AuthError({ code: 'network' }))
  }
  await expect(run(fail)).rejects.toMatchObject({ code: 'network' })
  expect(tries).toBe(1)
})
