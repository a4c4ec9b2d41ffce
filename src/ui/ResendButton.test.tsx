import { StrictMode } from 'react'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { stepMessages } from '#i18n/en/steps.ts'
import { extendEnglish } from '#i18n/translate.ts'
import { LiveRegion } from './LiveRegion.tsx'
import { ResendButton } from './ResendButton.tsx'

extendEnglish(stepMessages)

function open(resend: () => Promise<{ destination: string } | undefined>) {
  const view = render(
    <StrictMode>
      <LiveRegion>
        <ResendButton name="test" resend={resend} explain={String} />
      </LiveRegion>
    </StrictMode>,
  )
  return { ...view, button: screen.getByRole('button', { name: 'Send a new code' }) }
}

beforeEach(() => {
  sessionStorage.clear()
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] })
})
afterEach(() => vi.useRealTimers())

const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1000))

test('starts with the cooldown running, continues it after a reload, and sends when it is over', async () => {
  const user = userEvent.setup()
  let sent = 0
  const resend = async () => {
    sent += 1
    return { destination: 'a***@e***' }
  }
  const first = open(resend)
  expect(first.button.textContent).toBe('Send a new code in 30 s')
  await user.click(first.button)
  expect(screen.getByRole('status').textContent).toBe('You can ask for a new code in 30 seconds.')
  expect(sent).toBe(0)

  await pass(10)
  first.unmount()
  const { button } = open(resend)
  expect(button.textContent).toBe('Send a new code in 20 s')

  await pass(20)
  expect(button.textContent).toBe('Send a new code')
  await user.click(button)
  expect(sent).toBe(1)
  expect(screen.getByRole('status').textContent).toBe('A new code is on its way to a***@e***.')
  expect(button.textContent).toBe('Send a new code in 30 s')
})

test('shows why no code was sent, and can be pressed again at once', async () => {
  const user = userEvent.setup()
  const { button } = open(() => Promise.reject(new Error('No post today')))
  await pass(30)
  await user.click(button)
  expect(screen.getByRole('alert').textContent).toContain('No post today')
  expect(button.getAttribute('aria-disabled')).not.toBe('true')
})
