import { screen, within } from '@testing-library/react'
import { HttpResponse } from 'msw'
import { expect, it, vi } from 'vitest'
import { supportModalDialogs } from '#test/support/modalDialogs.ts'
import { openPortal } from '#test/support/openPortal.tsx'
import { email, passkeyPool, password } from '#test/support/lostAnswers.ts'
import { plugInAuthenticator } from '#test/support/softwareAuthenticator.ts'
import { startCognito, type TestPool } from '#test/support/startCognito.ts'

// The page sends again what Cognito has done already: the second answer says so, and the page understands it.

supportModalDialogs()

async function openAccount(testPool: TestPool, path: string) {
  await testPool.createUser(email, password)
  const portal = await openPortal(testPool.config, path)
  await portal.auth.signIn({ username: email, password, rememberMe: false })
  return portal
}

/** Lets Cognito do the work once, and loses its answer. */
function loseAnswer(testPool: TestPool, action: string) {
  testPool.answerInstead(action, async (request) => {
    expect((await testPool.cognito.handle(request.clone())).status).toBe(200)
    testPool.recover()
    return HttpResponse.error()
  })
}

it('a code that was accepted is not called wrong at the next try', async () => {
  const next = 'lovelace@example.com'
  const testPool = await startCognito({
    pool: {
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
    },
  })
  const { user } = await openAccount(testPool, '/account')
  await user.click(await screen.findByRole('button', { name: 'Change e-mail address' }))
  const dialog = await screen.findByRole('dialog', { name: 'Change e-mail address' })
  await user.type(within(dialog).getByLabelText('New e-mail address'), next)
  await user.click(within(dialog).getByRole('button', { name: 'Continue' }))
  const field = await screen.findByLabelText('Code')

  loseAnswer(testPool, 'VerifyUserAttribute')
  await user.type(field, testPool.codeFor(next))
  await screen.findByText(/The service cannot be reached/)
  await user.click(screen.getByRole('button', { name: 'Confirm' }))
  await screen.findByText(`${next} is confirmed.`)
  expect(screen.queryByLabelText('Code')).toBeNull()
  await screen.findByText(next, { selector: 'dd, dd *' })
})

it('a passkey that was registered is not made a second time', async () => {
  const authenticator = plugInAuthenticator()
  const create = vi.spyOn(authenticator, 'create')
  const testPool = await startCognito(passkeyPool)
  await testPool.call('SetUserPoolMfaConfig', {
    MfaConfiguration: 'OFF',
    WebAuthnConfiguration: { RelyingPartyId: 'localhost', UserVerification: 'required' },
  })
  const { user } = await openAccount(testPool, '/account/sign-in')
  loseAnswer(testPool, 'CompleteWebAuthnRegistration')
  await user.click(await screen.findByRole('button', { name: 'Add a passkey' }))
  await screen.findByText(/The service cannot be reached/)
  await user.click(screen.getByRole('button', { name: 'Add a passkey' }))
  await screen.findByText('The passkey is added.')
  const list = await screen.findByRole('list', { name: 'Passkeys' })
  expect(within(list).getAllByRole('listitem')).toHaveLength(1)
  expect(create).toHaveBeenCalledTimes(1)
})
