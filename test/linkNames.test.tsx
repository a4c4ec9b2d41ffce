import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { address, openPortal } from '#test/support/openPortal.tsx'
import { startCognito } from '#test/support/startCognito.ts'

// Anybody can write a link with `?u=`: the page shows only what can be a username.

const email = 'ada@example.com'
const password = 'Correct-Horse-1'
const newPassword = 'Another-Horse-2'

const pages = [
  ['/reset', 'Choose a new password'],
  ['/confirm', 'Confirm your e-mail address'],
] as const

const noUsernames = [
  ['a sentence', 'CALL +1 900 555 NOW to keep your account'],
  ['a change of direction', 'ada\u202Emoc.elpmaxe@eve'],
  ['an isolate', '\u2067ada@example.com'],
  ['a character without width', 'ada\u200B@example.com'],
  ['a line break', 'ada\n@example.com'],
  ['a control character', 'ada\u0007'],
  ['a tab', 'a\tb'],
  ['too many characters', 'a'.repeat(129)],
] as const

describe.each(pages)('%s', (path, title) => {
  it.each(noUsernames)('shows nothing of %s', async (_, name) => {
    const { config } = await startCognito()
    await openPortal(config, `${path}?u=${encodeURIComponent(name)}&c=123456`)
    await screen.findByRole('heading', { name: title })
    screen.getByText(/This link is not complete/)
    expect(document.body.textContent).not.toContain(name)
    expect(screen.queryByRole('button', { name: /^(Confirm|Save)/ })).toBeNull()
    await waitFor(() => expect(address()).toBe(path))
    expect(JSON.stringify(window.history.state)).not.toContain('123456')
  })

  it('shows a long name in short, with its end, in a direction of its own', async () => {
    const { config } = await startCognito()
    const name = `${'a'.repeat(60)}@${'b'.repeat(50)}.example.com`
    await openPortal(config, `${path}?u=${encodeURIComponent(name)}&c=123456`)
    const shown = await screen.findByTitle(name)
    expect(shown.tagName).toBe('BDI')
    expect(shown.textContent).toMatch(/^a{19}…b+\.example\.com$/)
    expect(shown.textContent?.length).toBeLessThanOrEqual(40)
  })
})

it('the entry of a reset link is replaced, also by a step that follows', async () => {
  const testPool = await startCognito({ pool: { AutoVerifiedAttributes: ['email'] } })
  await testPool.createUser(email, password)
  await testPool.call('SetUserPoolMfaConfig', {
    MfaConfiguration: 'ON',
    SoftwareTokenMfaConfiguration: { Enabled: true },
  })
  const { ClientId } = testPool
  await testPool.call('ForgotPassword', { ClientId, Username: email, UserPoolId: undefined })
  const code = testPool.codeFor(email)
  const { user } = await openPortal(
    testPool.config,
    `/reset?u=${encodeURIComponent(email)}&c=${code}`,
  )
  await waitFor(() => expect(JSON.stringify(window.history.state)).toContain(code))
  const entries = window.history.length
  await user.type(await screen.findByLabelText('New password'), newPassword)
  await user.click(screen.getByRole('button', { name: 'Save and sign in' }))
  await waitFor(() => expect(address()).toBe('/sign-in/set-up-authenticator'))
  expect(window.history.length).toBe(entries)
  expect(JSON.stringify(window.history.state)).not.toContain(code)
})

it('the entry of a confirmed link is replaced', async () => {
  const testPool = await startCognito()
  // By another browser, which does not wait for the link.
  await testPool.call('SignUp', {
    ClientId: testPool.ClientId,
    UserPoolId: undefined,
    Username: email,
    Password: password,
    UserAttributes: [{ Name: 'email', Value: email }],
  })
  const code = testPool.codeFor(email)
  const { user } = await openPortal(
    testPool.config,
    `/confirm?u=${encodeURIComponent(email)}&c=${code}`,
  )
  await waitFor(() => expect(JSON.stringify(window.history.state)).toContain(code))
  const entries = window.history.length
  await user.click(await screen.findByRole('button', { name: 'Confirm' }))
  await screen.findByText(/^Your e-mail address is confirmed/)
  await waitFor(() => expect(address()).toBe('/sign-in'))
  expect(window.history.length).toBe(entries)
  expect(JSON.stringify(window.history.state)).not.toContain(code)
})
