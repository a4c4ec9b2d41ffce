import { fireEvent, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { openPortal } from '#test/support/openPortal.tsx'
import { startCognito } from '#test/support/startCognito.ts'

// The sentences of most errors come with the pages after the sign-in page.

it('tells what has happened as soon as the sentence for it has arrived', async () => {
  vi.stubGlobal('requestIdleCallback', () => 0)
  vi.stubGlobal('cancelIdleCallback', () => undefined)
  const testPool = await startCognito()
  testPool.answerInstead('InitiateAuth', () => new Response('', { status: 429 }))
  const { user } = await openPortal(testPool.config, '/sign-in')
  // As a password manager does: without the focus, at which the other pages are fetched.
  fireEvent.change(screen.getByLabelText('E-mail address'), {
    target: { value: 'ada@example.com' },
  })
  fireEvent.change(screen.getByLabelText('Password'), { target: { value: 'Correct-Horse-1' } })
  fireEvent.click(screen.getByRole('button', { name: 'Sign in' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Something unexpected happened')

  await user.click(screen.getByLabelText('Password'))
  await screen.findByText(/It is very busy right now/)
  expect(screen.getByRole('alert').textContent).not.toContain('unexpected')
})
