import { act, screen } from '@testing-library/react'
import { vi } from 'vitest'
import type { PortalConfig } from '#config/portalConfig.ts'
import { supportModalDialogs } from './modalDialogs.ts'
import { passInSteps } from './movedTime.ts'
import { openPortal } from './openPortal.tsx'
import { startCognito } from './startCognito.ts'

export const email = 'ada@example.com'
export const password = 'Correct-Horse-1'
export const seconds = 1000
export const minutes = 60 * seconds
export const hours = 60 * minutes

supportModalDialogs()

/** Whether the pool carries out no request. */
let isIdle = () => true

/** Lets the time pass for an open page, step by step, so that no request seems to take long. */
export const pass = (duration: number) =>
  passInSteps(duration, (step) => act(() => vi.advanceTimersByTimeAsync(step)), isIdle)

/** Lets the time pass for a laptop that sleeps, and wakes it up. */
export async function sleep(duration: number) {
  vi.setSystemTime(Date.now() + duration)
  await pass(1 * seconds)
}

type Portal = Awaited<ReturnType<typeof openPortal>>

/** Signs in with the form that is shown. */
export async function signIn({ user }: Portal, username = email) {
  const field = await screen.findByLabelText('E-mail address')
  await user.clear(field)
  await user.type(field, username)
  await user.type(screen.getByLabelText('Password'), password)
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
}

/** Opens the account of a new user, whose session has these limits. */
export async function openAccount(session: Partial<PortalConfig['session']>, path = '/account') {
  const pool = await startCognito()
  isIdle = pool.isIdle
  await pool.createUser(email, password)
  const config = {
    ...pool.config,
    signUp: { ...pool.config.signUp, attributes: ['name', 'nickname', 'phone_number'] },
    session: { ...pool.config.session, ...session },
  }
  // The notices are fetched when the browser is idle.
  vi.stubGlobal('requestIdleCallback', (task: () => void) => setTimeout(task))
  vi.stubGlobal('cancelIdleCallback', clearTimeout)
  await import('#account/session-end/SessionNotices.tsx')
  const portal = await openPortal(config, path)
  await signIn(portal)
  await screen.findByRole('button', { name: 'Sign out' })
  return { pool, portal, ...portal }
}

/** Types a name into the form of the details. */
export async function typeName({ user }: Portal, name: string) {
  await user.click(await screen.findByRole('button', { name: 'Change your details' }))
  await user.type(await screen.findByLabelText('Full name'), name)
}
