import { act, render, screen } from '@testing-library/react'
import { StrictMode, type ComponentType } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { idlePart } from './idlePart.ts'

const Banner = () => <p>Banner</p>

/** Shows a page with a part that `load` fetches. */
function open(load: () => Promise<ComponentType>) {
  const Part = idlePart(load)
  return render(
    <StrictMode>
      <h1>Page</h1>
      <Part />
    </StrictMode>,
  )
}

const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1000))

const isShown = () => screen.queryByText('Banner') !== null

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a part that few visits show', () => {
  it('is fetched once, when the browser is idle', async () => {
    const load = vi.fn<() => Promise<ComponentType>>(async () => Banner)
    open(load)
    await pass(0)
    expect(load).not.toHaveBeenCalled()
    await pass(1)
    expect(isShown()).toBe(true)
    await pass(120)
    await act(async () => void window.dispatchEvent(new Event('online')))
    expect(load).toHaveBeenCalledTimes(1)
  })

  describe('that cannot be fetched', () => {
    /** Fails until the network is there. */
    async function openOffline() {
      const network = { isThere: false }
      const load = vi.fn<() => Promise<ComponentType>>(async () => {
        if (network.isThere) return Banner
        throw new TypeError('Failed to fetch dynamically imported module')
      })
      const page = open(load)
      await pass(1)
      screen.getByRole('heading', { name: 'Page' })
      expect(isShown()).toBe(false)
      return { network, load, page }
    }

    it('leaves the rest of the page, and is fetched again', async () => {
      const { network } = await openOffline()
      await pass(30)
      screen.getByRole('heading', { name: 'Page' })
      network.isThere = true
      await pass(28)
      expect(isShown()).toBe(false)
      await pass(2)
      expect(isShown()).toBe(true)
    })

    it('comes at once when the browser is online again', async () => {
      const { network } = await openOffline()
      network.isThere = true
      await act(async () => void window.dispatchEvent(new Event('online')))
      expect(isShown()).toBe(true)
    })

    it('is not fetched for a page that has been left', async () => {
      const { load, page } = await openOffline()
      page.unmount()
      load.mockClear()
      await pass(120)
      window.dispatchEvent(new Event('online'))
      expect(load).not.toHaveBeenCalled()
    })
  })
})
