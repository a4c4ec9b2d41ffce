import { fireEvent, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { startCognito } from '#test/support/startCognito.ts'

// The sentences of most errors come with the pages after the sign-in page.

it('tells what has happened as soon as the sentence for it has arrived', async () => {
  vi.stubGlobal('requestIdleCallback', () => 0)
  vi.stubGlobal('cancelIdleCallback', () => undefined)
  // Other tests of this worker have loaded the sentences.
  vi.resetModules()
  const { openPortal } = await import('#test/support/openPortal.tsx')
  const testPool = await startCognito()
  testPool.answerInstead('InitiateAuth', () => new Response('', { status: 429 }))
  await openPortal(testPool.config, '/sign-in')
  const told: string[] = []
  const watch = new MutationObserver(() => {
    const text = document.querySelector('[role=alert]')?.textContent ?? ''
    if (text !== '' && text !== told.at(-1)) told.push(text)
  })
  watch.observe(document.body, { childList: true, subtree: true, characterData: true })
  // As a password manager does: without the focus, at which the other pages are fetched.
  fireEvent.change(screen.getByLabelText('E-mail address'), {
    target: { value: 'ada@example.com' },
  })
  fireEvent.change(screen.getByLabelText('Password'), { target: { value: 'Correct-Horse-1' } })
  fireEvent.click(screen.getByRole('button', { name: 'Sign in' }))
  // The message takes the focus, at which the other pages are fetched.
  await screen.findByText(/It is very busy right now/)
  watch.disconnect()
  expect(told[0]).toContain('Something unexpected happened')
  expect(told.at(-1)).not.toContain('unexpected')
})
