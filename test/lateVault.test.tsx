import { screen } from '@testing-library/react'
import { onTestFinished, expect, it } from 'vitest'
import { createAuth } from '#auth/createAuth.ts'
import type { PortalConfig } from '#config/portalConfig.ts'
import type { Reply } from '#vault/protocol/messages.ts'
import { serveVault } from '#vault/serveVault.ts'
import { network } from '#test/support/network.ts'
import { openBrowser } from '#test/support/openBrowser.ts'
import { openPortal } from '#test/support/openPortal.tsx'
import { expectConsoleError } from '#test/support/setup.ts'
import { startCognito } from '#test/support/startCognito.ts'
import { createWebLocks } from '#test/support/webLocks.ts'

// A vault whose script arrives late, not at all, or crashes. `src/auth/spawnVault.ts` tells the page, as here.

const email = 'ada@example.com'
const password = 'Correct-Horse-1'

/** A browser whose one tab has a vault that has not arrived. */
function withoutVault(config: PortalConfig) {
  const { port1: page, port2: vault } = new MessageChannel()
  onTestFinished(() => {
    page.close()
  })
  return {
    browser: {
      ...openBrowser(config),
      openTab: () => ({
        auth: createAuth(page, {
          config,
          tab: { browserSessionId: 'x' },
          remember() {},
        }),
        receivedMessages: [],
        memory: () => ({ browserSessionId: 'x' }),
        close() {},
      }),
    },
    tell: (code: 'notLoaded' | 'unexpected') =>
      vault.postMessage({ kind: 'failed', code } satisfies Reply),
    arrive: () => {
      const environment = {
        origin: 'https://portal.test',
        indexedDB: undefined,
        locks: createWebLocks(),
        openChannel: () => undefined,
        isOnline: () => true,
      }
      onTestFinished(serveVault(vault, environment))
    },
  }
}

async function withAda() {
  const testPool = await startCognito()
  await testPool.createUser(email, password)
  return testPool
}

type User = Awaited<ReturnType<typeof openPortal>>['user']

async function signIn(user: User) {
  await user.type(await screen.findByLabelText('E-mail address'), email)
  await user.type(screen.getByLabelText('Password'), password)
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
}

it('is told at a guarded address, which opens by itself when the vault arrives', async () => {
  const { config } = await withAda()
  const { browser, tell, arrive } = withoutVault(config)
  expectConsoleError(/notLoaded/)
  const { user } = await openPortal(config, '/account/devices', browser)
  tell('notLoaded')
  await screen.findByRole('heading', { name: 'There is a problem' })
  screen.getByText(/A part of this page has not arrived/)
  screen.getByRole('button', { name: 'Try again' })
  arrive()
  await screen.findByRole('heading', { name: 'Sign in' })
  await screen.findByText(/You will be signed out when you close or reload this page/)
  expect(screen.queryByLabelText('Keep me signed in')).toBeNull()
  await signIn(user)
  await screen.findByRole('heading', { name: 'Devices' })
})

it('is told in the form, and what was told is not carried out later', async () => {
  const { config } = await withAda()
  const { browser, tell, arrive } = withoutVault(config)
  const { auth, user } = await openPortal(config, '/sign-in', browser)
  await signIn(user)
  tell('notLoaded')
  expect((await screen.findByRole('alert')).textContent).toContain('has not arrived')
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  expect((await screen.findByRole('alert')).textContent).toContain('has not arrived')

  const actions = await network.actionsDuring(async () => {
    arrive()
    await screen.findByText(/You will be signed out when you close or reload this page/)
  })
  expect(actions).toEqual([])
  expect(auth.getState().status).toBe('signedOut')
  screen.getByDisplayValue(email)
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  await screen.findByRole('heading', { name: 'Your account' })
})

it('carries out what was asked before it had answered', async () => {
  const { config } = await withAda()
  const { browser, arrive } = withoutVault(config)
  const { user } = await openPortal(config, '/sign-in', browser)
  await signIn(user)
  expect(screen.queryByRole('heading', { name: 'Your account' })).toBeNull()
  arrive()
  expect(await screen.findByRole('heading', { name: 'Your account' })).toBeTruthy()
})

it('that crashes is not told as a failure of the connection', async () => {
  const { config } = await withAda()
  const { browser, tell } = withoutVault(config)
  const { user } = await openPortal(config, '/sign-in', browser)
  await signIn(user)
  tell('unexpected')
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('Something unexpected happened')
  expect(alert.textContent).not.toContain('connection')
})
