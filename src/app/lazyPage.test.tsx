import { act, cleanup, render, screen } from '@testing-library/react'
import { StrictMode, Suspense } from 'react'
import { Link, MemoryRouter, Route, Routes } from 'react-router-dom'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { expectConsoleError } from '#test/support/setup.ts'
import { FocusHeading } from './layouts/FocusHeading.tsx'
import { lazyPage } from './lazyPage.ts'

const module = { OrdersPage: () => <h1 tabIndex={-1}>Orders</h1> }
const missing = 'This page could not be loaded'

/** Opens a page whose chunk is loaded by `load`, behind a link. */
async function open(load: () => Promise<typeof module>) {
  const OrdersPage = lazyPage(load, (orders) => orders.OrdersPage)
  render(
    <StrictMode>
      <MemoryRouter>
        <nav>
          <Link to="/">Home</Link>
          <Link to="/orders">Open</Link>
        </nav>
        <main>
          <Suspense>
            <Routes>
              <Route path="/" element={<h1 tabIndex={-1}>Start</h1>} />
              <Route path="/orders" element={<OrdersPage />} />
            </Routes>
            <FocusHeading />
          </Suspense>
        </main>
      </MemoryRouter>
    </StrictMode>,
  )
  await goTo('Open')
}

async function goTo(link: string) {
  await act(async () => screen.getByRole('link', { name: link }).click())
}

const tryAgain = () => act(async () => screen.getByRole('button', { name: 'Try again' }).click())

const heading = (name: string) => screen.findByRole('heading', { name })

async function expectFocusOn(name: string) {
  await heading(name)
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe(name))
}
const unreachable = () => new TypeError('Failed to fetch dynamically imported module')

beforeEach(() => {
  vi.spyOn(window, 'scrollTo').mockReturnValue()
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('a page whose chunk cannot be fetched', () => {
  /** Fails until the network is there. */
  function openOffline() {
    expectConsoleError(/Failed to fetch/)
    const network = { isThere: false }
    const opened = open(() =>
      network.isThere ? Promise.resolve(module) : Promise.reject(unreachable()),
    )
    return opened.then(() => network)
  }

  it('says so in its place, and can be tried again', async () => {
    const network = await openOffline()
    await expectFocusOn(missing)
    await tryAgain()
    await heading(missing)
    network.isThere = true
    await tryAgain()
    await expectFocusOn('Orders')
  })

  it('comes by itself when the browser is online again', async () => {
    const network = await openOffline()
    await heading(missing)
    network.isThere = true
    await act(async () => void window.dispatchEvent(new Event('online')))
    await expectFocusOn('Orders')
  })

  it('is tried anew at the next visit', async () => {
    const network = await openOffline()
    await heading(missing)
    await goTo('Home')
    await heading('Start')
    network.isThere = true
    await goTo('Open')
    expect(await heading('Orders')).toBeDefined()
  })
})

describe('a page whose chunk does not arrive', () => {
  it('says so after 10 seconds, and is shown when it arrives', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    let arrive: (page: typeof module) => void = () => {}
    const loading = new Promise<typeof module>((resolve) => {
      arrive = resolve
    })
    await open(() => loading)
    await act(() => vi.advanceTimersByTimeAsync(9900))
    expect(screen.queryByRole('heading', { name: missing })).toBeNull()
    await act(() => vi.advanceTimersByTimeAsync(200))
    screen.getByRole('heading', { name: missing })
    await act(async () => arrive(module))
    screen.getByRole('heading', { name: 'Orders' })
  })
})

describe('a browser that remembers for the life of the document that an import has failed', () => {
  it.each([
    ['loads the document anew when the user tries again', true, 1],
    ['keeps the document while the server cannot be reached', false, 0],
  ])('%s', async (_, isReachable, reloads) => {
    expectConsoleError(/Failed to fetch/)
    const reload = vi.fn<() => void>()
    vi.stubGlobal('location', { reload })
    await open(() => Promise.reject(unreachable()))
    await heading(missing)
    if (isReachable) {
      vi.stubGlobal('fetch', () => Promise.resolve(new Response('<div id="root"></div>')))
    }
    await act(async () => void window.dispatchEvent(new Event('online')))
    expect(reload).not.toHaveBeenCalled()
    await tryAgain()
    await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(reloads))
  })
})
