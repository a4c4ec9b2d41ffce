import type { MouseEvent } from 'react'

/** Skips to the main content; first in tab order. Leaves the URL alone, which belongs to the router. */
export function SkipLink({ children }: { children: string }) {
  function skip(event: MouseEvent) {
    event.preventDefault()
    document.getElementById('main')?.focus()
  }
  return (
    <a className="skip-link" href="#main" onClick={skip}>
      {children}
    </a>
  )
}
