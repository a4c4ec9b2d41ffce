import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { address, openPortal } from '#test/support/openPortal.tsx'
import { expectConsoleError } from '#test/support/setup.ts'
import { startCognito } from '#test/support/startCognito.ts'

const email = 'ada@example.com'
const password = 'Correct-Horse-1'

async function withAda() {
  const testPool = await startCognito()
  await testPool.createUser(email, password)
  return testPool
}

type User = Awaited<ReturnType<typeof openPortal>>['user']

async function signIn(user: User, secret = password) {
  await user.type(await screen.findByLabelText('E-mail address'), email)
  await user.type(screen.getByLabelText('Password'), secret)
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
}

describe('the portal', () => {
  it('leads from a protected address through sign-in back to it, query and hash included', async () => {
    const { config } = await withAda()
    const { user } = await openPortal(config, '/account?tab=details#groups')
    await signIn(user)
    await screen.findByRole('heading', { name: 'Your account' })
    expect(address()).toBe('/account?tab=details#groups')
    await screen.findByText(email, { selector: 'dd, dd *' })
  })

  it('does not redirect to a foreign address', async () => {
    const { config } = await withAda()
    const { user } = await openPortal(config, '/sign-in?next=%2F%2Fevil.example')
    await signIn(user)
    await screen.findByRole('heading', { name: 'Your account' })
    expect(address()).toBe('/account')
  })

  it('shows a wrong password in the form, and keeps the input', async () => {
    const { config } = await withAda()
    const { user } = await openPortal(config, '/sign-in')
    await signIn(user, 'Wrong-Horse-1')
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('That e-mail address or password is not right.')
    screen.getByDisplayValue(email)
    expect(address()).toBe('/sign-in')
  })

  it("shows a group's page to its members, and names the missing group to others", async () => {
    const testPool = await withAda()
    const { user, unmount, browser } = await openPortal(testPool.config, '/admin')
    await signIn(user)
    await screen.findByRole('heading', { name: 'You do not have access to this page' })
    screen.getByText(/admins/)
    unmount()

    await testPool.call('CreateGroup', { GroupName: 'admins' })
    await testPool.call('AdminAddUserToGroup', { Username: email, GroupName: 'admins' })
    const again = await openPortal(testPool.config, '/account', browser)
    await again.user.click(await screen.findByRole('button', { name: 'Sign out' }))
    await signIn(again.user)
    await again.user.click(await screen.findByRole('link', { name: 'Admin' }))
    await screen.findByRole('heading', { name: 'Administration' })
    expect(address()).toBe('/admin')
  })

  it('names the scope that a sign-in lacks to manage the account, and goes on', async () => {
    const testPool = await withAda()
    const { user } = await openPortal(testPool.config, '/account/sessions')
    const message = 'Access Token does not have required scopes'
    for (const action of ['GetUser', 'ListUserSessions', 'GlobalSignOut'])
      testPool.answerInstead(action, () =>
        Response.json({ __type: 'NotAuthorizedException', message }, { status: 400 }),
      )
    await signIn(user)
    await screen.findByText(/the scope aws.cognito.signin.user.admin is missing/)
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
    await user.click(screen.getByRole('link', { name: 'Account' }))
    await screen.findByRole('heading', { name: 'Your account' })
    await screen.findByText(/the scope aws.cognito.signin.user.admin is missing/)
    await user.click(screen.getByRole('button', { name: 'Sign out' }))
    await screen.findByRole('heading', { name: 'Sign in' })
  })

  it('redirects a signed-in user away from the sign-up page, after one sign-in', async () => {
    const { config } = await withAda()
    const { user, unmount, browser } = await openPortal(config, '/sign-in?next=%2Fadmin')
    await signIn(user)
    await screen.findByRole('heading', { name: 'You do not have access to this page' })
    unmount()
    await openPortal(config, '/sign-up', browser)
    await screen.findByRole('heading', { name: 'Your account' })
    expect(address()).toBe('/account')
  })

  it.each([
    '/sign-in/new-password',
    '/sign-up/confirm',
    '/reset-password',
    '/sign-in/not-supported',
  ])('redirects to the sign-in page when a step is opened by its address: %s', async (path) => {
    const { config } = await withAda()
    await openPortal(config, path)
    await screen.findByRole('heading', { name: 'Sign in' })
    expect(address()).toBe('/sign-in')
  })

  it('signs up, confirms and signs in without typing the password again', async () => {
    const testPool = await startCognito()
    const { user } = await openPortal(testPool.config, '/sign-up')
    await user.type(await screen.findByLabelText('E-mail address'), email)
    await user.type(screen.getByLabelText('Password'), password)
    await user.click(screen.getByRole('button', { name: 'Create account' }))
    const code = await screen.findByLabelText('Code')
    expect(address()).toBe('/sign-up/confirm')
    await user.click(code)
    await user.paste(`Your code is ${testPool.codeFor(email)}.`)
    await screen.findByRole('heading', { name: 'Your account' })
  })

  it('leaves a step when the user goes back', async () => {
    const testPool = await startCognito()
    const { user } = await openPortal(testPool.config, '/forgot-password')
    await user.type(await screen.findByLabelText('E-mail address'), email)
    await user.click(screen.getByRole('button', { name: 'Send code' }))
    await screen.findByRole('heading', { name: 'Choose a new password' })
    window.history.back()
    await screen.findByRole('heading', { name: 'Reset your password' })
    await waitFor(() => expect(address()).toBe('/forgot-password'))
    window.history.forward()
    await screen.findByRole('heading', { name: 'Choose a new password' })
  })

  it('shows a not-found page for unknown addresses', async () => {
    const { config } = await startCognito()
    await openPortal(config, '/no-such-page')
    await screen.findByRole('heading', { name: 'This page does not exist' })
    expect(address()).toBe('/no-such-page')
  })

  it.each(['confirm', 'reset'] as const)(
    'follows a challenge that the answer to %s poses',
    async (step) => {
      expectConsoleError(/no screen for the challenge RIDDLE/)
      const testPool = step === 'confirm' ? await startCognito() : await withAda()
      const { user, auth } = await openPortal(
        testPool.config,
        step === 'confirm' ? '/sign-up' : '/forgot-password',
      )
      if (step === 'confirm') await auth.signUp({ username: email, password, attributes: {} })
      else await auth.forgotPassword(email)
      testPool.answerInstead('RespondToAuthChallenge', () =>
        Response.json({
          ChallengeName: 'RIDDLE',
          Session: 'x'.repeat(20),
          ChallengeParameters: {},
        }),
      )
      if (step === 'reset') await user.type(await screen.findByLabelText('New password'), password)
      await user.click(await screen.findByLabelText('Code'))
      await user.paste(testPool.codeFor(email))
      if (step === 'reset')
        await user.click(screen.getByRole('button', { name: 'Save and sign in' }))
      await screen.findByRole('heading', { name: 'One more step is needed' })
      expect(address()).toBe('/sign-in/not-supported')
    },
  )
})
