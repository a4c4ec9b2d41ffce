import { createElement, use, type ComponentType, type FunctionComponent } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'
import { MissingPage, PageInFrame, type MissingPageLayout } from './pages/MissingPage.tsx'
import { hasTypedText, reloadIfStale } from './reloadIfStale.ts'

/** A page in a chunk of its own. `preload` fetches the chunk; it is safe to call it often, and never throws. */
export type LazyPage<Props> = FunctionComponent<Props> & { preload: () => void }

/** How long the page before stays, while a chunk neither arrives nor fails. */
const patienceMs = 10_000

/**
 * Makes a page that is fetched when it is first rendered, or before by `preload`. If the chunk is gone because a
 * newer release is live, loads the document anew. If it cannot be had, shows MissingPage in its place.
 *
 * Differs from `React.lazy` in that a preloaded page renders at once: `React.lazy` suspends once more even
 * if the chunk is there, and React delays what follows a committed fallback by at least 300 ms. Nor does `React.lazy`
 * try again after a failure.
 *
 * @param load imports the module of the page
 * @param pick returns the page component of the module
 * @param Layout of MissingPage, for a page that brings the frame itself
 *
 * @example
 * const OrdersPage = lazyPage(() => import('#orders/OrdersPage.tsx'), (module) => module.OrdersPage)
 */
export function lazyPage<Module, Props extends object>(
  load: () => Promise<Module>,
  pick: (module: Module) => ComponentType<Props>,
  Layout: MissingPageLayout = PageInFrame,
): LazyPage<Props> {
  let Page: ComponentType<Props> | undefined
  let preloading: Promise<unknown> | undefined
  /** By the key of the location, as each visit tries anew. Settle when the page is there, or cannot be had. */
  const fetches = new Map<string, Promise<unknown>>()
  let latestFetch: Promise<unknown> | undefined
  /** Resolves to true when the page is there, also where that took too long. */
  let arrival: Promise<true | void> | undefined
  let isRetry = false

  async function fetchPage(preventReload?: () => boolean) {
    Page = pick(await reloadIfStale(load(), preventReload, isRetry))
  }

  function fetchAhead(): Promise<unknown> {
    // A stale page is reloaded here only if nothing has been typed into it.
    preloading ??= fetchPage(hasTypedText).catch((error: unknown) => {
      preloading = undefined
      throw error
    })
    return preloading
  }

  function preload(): void {
    fetchAhead().catch(() => {
      // The load is repeated, and its error reported, when the page is rendered.
    })
  }

  function fetchInTime(): Promise<unknown> {
    arrival = fetchAhead()
      .catch(() => fetchPage())
      .then(
        (): true => true,
        (error: unknown) => console.error(error),
      )
      .finally(() => setRetry(false))
    latestFetch = Promise.race([arrival, new Promise((resolve) => setTimeout(resolve, patienceMs))])
    return latestFetch
  }

  function setRetry(isAsked: boolean) {
    isRetry = isAsked
  }

  function LoadedPage(props: Props) {
    const location = useLocation()
    const { search, hash, key } = location
    const navigate = useNavigate()
    if (!Page && !fetches.has(key)) fetches.set(key, fetchInTime())
    // Also once it has arrived, and for another location: React expects the call of a component that has suspended.
    const fetching = fetches.get(key) ?? latestFetch
    if (fetching) use(fetching)
    if (Page) return createElement(Page, props)
    return createElement(MissingPage, {
      Layout,
      arrival,
      retry(isAsked: boolean) {
        setRetry(isAsked)
        const state: unknown = location.state
        // A navigation, so that the focus goes to the heading of what is shown then.
        void navigate({ search, hash }, { replace: true, state })
      },
    })
  }

  return Object.assign(LoadedPage, { preload })
}
