import {
  createElement,
  useEffect,
  useState,
  type ComponentType,
  type FunctionComponent,
} from 'react'
import { whenIdle } from '#whenIdle.ts'

/** How long after a failure the chunk is fetched again. */
const retryMs = 30_000

/**
 * Makes a part of a page that few visits show, in a chunk of its own. It is fetched when the browser is idle, ahead of
 * need, so that it is there where the network is not. Until then the page is without this part; a failed fetch is
 * repeated, and at once where the browser is online again.
 *
 * @param load imports the module of the part, and resolves to its component
 *
 * @example
 * const OfflineBanner = idlePart(() => import('./OfflineBanner.tsx').then((module) => module.OfflineBanner))
 */
export function idlePart(load: () => Promise<ComponentType>): FunctionComponent {
  return function IdlePart() {
    const [Part, setPart] = useState<ComponentType>()

    useEffect(() => {
      if (Part) return undefined
      const fetchPart = () => {
        load().then(
          (loaded) => setPart(() => loaded),
          () => {
            // Repeated by the interval. The browser's console names the file.
          },
        )
      }
      const cancel = whenIdle(fetchPart)
      const interval = setInterval(fetchPart, retryMs)
      window.addEventListener('online', fetchPart)
      return () => {
        cancel()
        clearInterval(interval)
        window.removeEventListener('online', fetchPart)
      }
    }, [Part])

    return Part ? createElement(Part) : null
  }
}
