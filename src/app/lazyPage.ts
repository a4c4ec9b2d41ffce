import { createElement, use, type ComponentType, type FunctionComponent } from 'react'
import { hasTypedText, reloadIfStale } from './reloadIfStale.ts'

/** A page in a chunk of its own. `preload` fetches the chunk; it is safe to call it often, and never throws. */
export type LazyPage<Props> = FunctionComponent<Props> & { preload: () => void }

/**
 * Makes a page that is fetched when it is first rendered, or before by `preload`. If the chunk is gone because a
 * newer release is live, loads the document anew.
 *
 * Differs from `React.lazy` in that a preloaded page renders at once: `React.lazy` suspends once more even
 * if the chunk is there, and React delays what follows a committed fallback by at least 300 ms.
 *
 * @param load imports the module of the page
 * @param pick returns the page component of the module
 *
 * @example
 * const OrdersPage = lazyPage(() => import('#orders/OrdersPage.tsx'), (module) => module.OrdersPage)
 */
export function lazyPage<Module, Props extends object>(
  load: () => Promise<Module>,
  pick: (module: Module) => ComponentType<Props>,
): LazyPage<Props> {
  let Page: ComponentType<Props> | undefined
  let preloading: Promise<unknown> | undefined
  let fetching: Promise<unknown> | undefined

  async function fetchPage(preventReload?: () => boolean) {
    Page = pick(await reloadIfStale(load(), preventReload))
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

  function LoadedPage(props: Props) {
    if (!Page) fetching ??= fetchAhead().catch(() => fetchPage())
    // Also once it has arrived: React expects the same call of a component that has suspended.
    if (fetching) use(fetching)
    return Page && createElement(Page, props)
  }

  return Object.assign(LoadedPage, { preload })
}
