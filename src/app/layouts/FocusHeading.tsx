import { useEffect } from 'react'
import { useLocation } from 'react-router-dom'

/**
 * After each navigation, puts focus on the new page's heading and scrolls to the top, unless the page
 * has put focus into a field itself. Must be in the Suspense boundary of the page, so that its effect runs after
 * a lazy page is rendered. Does nothing on the first load, where the browser sets the focus.
 *
 * https://www.w3.org/WAI/WCAG22/Understanding/focus-order.html
 */
export function FocusHeading() {
  const { key, pathname } = useLocation()
  useEffect(() => {
    if (key === 'default') return
    window.scrollTo(0, 0)
    const focused = document.activeElement
    if (focused instanceof HTMLInputElement && focused.closest('main')) return
    document.querySelector<HTMLElement>('main h1')?.focus()
  }, [key, pathname])
  return null
}
