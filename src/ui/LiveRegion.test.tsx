import { StrictMode } from 'react'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { LiveRegion, useToast } from './LiveRegion.tsx'

let count = 0

function Save() {
  const toast = useToast()
  return (
    <button
      type="button"
      onClick={() => {
        count += 1
        toast(`Saved ${count}`)
      }}
    >
      Save
    </button>
  )
}

beforeEach(() => {
  count = 0
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
})
afterEach(() => vi.useRealTimers())

// Loaded lazily; how long that takes is not under test.
beforeAll(() => import('./Toasts.tsx'))

const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1000))
const shown = () =>
  Array.from(screen.queryByRole('complementary')?.querySelectorAll('p') ?? [], (p) => p.textContent)

function open() {
  render(
    <StrictMode>
      <LiveRegion>
        <Save />
      </LiveRegion>
    </StrictMode>,
  )
  return {
    user: userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) }),
    save: screen.getByRole('button', { name: 'Save' }),
  }
}

test('a toast is announced once, shown, and gone after a while; at most three at a time', async () => {
  const { user, save } = open()
  for (let press = 0; press < 4; press += 1) await user.click(save)
  expect(screen.getAllByRole('status').map((region) => region.textContent)).toEqual(['Saved 4'])
  expect(shown()).toEqual(['Saved 2', 'Saved 3', 'Saved 4'])
  await pass(5)
  expect(shown()).toHaveLength(3)
  await pass(1.5)
  expect(shown()).toEqual([])
})

test('a toast stays while it has the focus, and returns it when it is closed', async () => {
  const { user, save } = open()
  await user.click(save)
  await user.tab()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Dismiss' }))
  await pass(30)
  expect(shown()).toEqual(['Saved 1'])
  await user.keyboard('{Enter}')
  expect(shown()).toEqual([])
  expect(document.activeElement).toBe(save)
})

test('a toast stays while it is hovered', async () => {
  const { user, save } = open()
  await user.click(save)
  await user.hover(screen.getAllByText('Saved 1').at(-1) ?? save)
  await pass(30)
  expect(shown()).toEqual(['Saved 1'])
  await user.unhover(screen.getAllByText('Saved 1').at(-1) ?? save)
  await pass(6.5)
  expect(shown()).toEqual([])
})
