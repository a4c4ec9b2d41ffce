import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { magicLink } from '#local-cognito/sample-triggers/magicLink.ts'
import { openBrowser } from '#test/support/openBrowser.ts'
import { address, openPortal } from '#test/support/openPortal.tsx'
import { startCognito } from '#test/support/startCognito.ts'

const email = 'ada@example.com'

it('forgets the token once it has been used', async () => {
  const testPool = await startCognito({
    pool: {
      LambdaConfig: {
        DefineAuthChallenge: 'link',
        CreateAuthChallenge: 'link',
        VerifyAuthChallengeResponse: 'link',
      },
    },
    client: {
      ExplicitAuthFlows: ['ALLOW_CUSTOM_AUTH', 'ALLOW_USER_SRP_AUTH'],
      CallbackURLs: ['http://localhost:1/link'],
    },
    triggers: { link: magicLink },
  })
  await testPool.createUser(email, 'Correct-Horse-1')
  // The tabs share no session, so the page stays.
  const { session } = testPool.config
  const config = { ...testPool.config, session: { ...session, storage: 'memory' as const } }
  const browser = openBrowser(config)
  const { auth } = browser.openTab()
  await auth.restored
  await auth.startUserAuth({ username: email, rememberMe: false, preferred: 'CUSTOM_AUTH' })
  const { hash } = new URL(testPool.codeFor(email))
  const token = hash.replace('#magic-link=', '')

  const { user } = await openPortal(config, `/link${hash}`, browser)
  await vi.waitFor(() => expect(address()).toBe('/link'))
  // For a reload: a mail scanner opens the link, too, and must not use it up.
  expect(JSON.stringify(window.history.state)).toContain(token)
  await user.click(await screen.findByRole('button', { name: 'Sign in' }))
  await screen.findByText('Done. You can go on in the tab where you began.')
  expect(auth.getState().status).toBe('signedIn')
  expect(address()).toBe('/link')
  expect(JSON.stringify(window.history.state)).not.toContain(token)
})
