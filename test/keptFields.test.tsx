import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { moveIntervals } from '#test/support/movedTime.ts'
import {
  email,
  minutes,
  openAccount,
  pass,
  password,
  signIn,
  typeName,
} from '#test/support/openAccount.tsx'

moveIntervals()

describe('what was typed', () => {
  it('is not shown to another user, nor to the same one afterwards', async () => {
    const { pool, portal, user } = await openAccount({ idleMinutes: 5 })
    await pool.createUser('grace@example.com', password)
    await typeName(portal, 'Ada Lovelace')
    await pass(5.2 * minutes)
    await screen.findByText(/because you were away/)
    await signIn(portal, 'grace@example.com')
    await screen.findAllByText('grace@example.com')
    expect(screen.queryByDisplayValue('Ada Lovelace')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Change your details' }))
    expect(await screen.findByLabelText('Full name')).toHaveProperty('value', '')
    await user.click(screen.getByRole('button', { name: 'Sign out' }))
    await signIn(portal)
    await user.click(await screen.findByRole('button', { name: 'Change your details' }))
    expect(await screen.findByLabelText('Full name')).toHaveProperty('value', '')
  })

  it('is forgotten when the user signs out', async () => {
    const { portal, user } = await openAccount({})
    await typeName(portal, 'Ada Lovelace')
    await user.click(screen.getByRole('button', { name: 'Sign out' }))
    await signIn(portal)
    await user.click(await screen.findByRole('button', { name: 'Change your details' }))
    expect(await screen.findByLabelText('Full name')).toHaveProperty('value', '')
  })

  it('is kept of a contact, whose dialog opens again', async () => {
    const { pool, portal, user } = await openAccount({})
    await user.click(await screen.findByRole('button', { name: 'Add a phone number' }))
    await user.selectOptions(await screen.findByLabelText('Country'), 'DE')
    await user.type(screen.getByLabelText('New phone number'), '030 901820')
    await pool.call('AdminUserGlobalSignOut', { Username: email })
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    await screen.findByText('You were signed out from another device, or by an administrator.')
    await signIn(portal)
    const dialog = await screen.findByRole('dialog', { name: 'Add a phone number' })
    const form = dialog.querySelector('form')
    expect(form && new FormData(form).get('phone_number')).toBe('+4930901820')
  })

  it('is kept of a deletion, and no password ever', async () => {
    const { portal, user } = await openAccount({ idleMinutes: 5 }, '/account/password')
    const field = await screen.findByLabelText('New password')
    await user.type(field, 'Another-Horse-2')
    for (const button of screen.getAllByRole('button', { name: 'Show password' })) {
      await user.click(button)
    }
    await pass(5.2 * minutes)
    await screen.findByText(/because you were away/)
    await signIn(portal)
    expect(await screen.findByLabelText('New password')).toHaveProperty('value', '')
    await user.click(screen.getByRole('link', { name: 'Your data' }))
    await user.click(await screen.findByRole('button', { name: 'Delete the account…' }))
    const name = await screen.findByRole('textbox')
    await user.type(name, 'ada@ex')
    await pass(5.2 * minutes)
    await screen.findByText(/because you were away/)
    await signIn(portal)
    await user.click(await screen.findByRole('button', { name: 'Delete the account…' }))
    expect(await screen.findByRole('textbox')).toHaveProperty('value', 'ada@ex')
  })
})
