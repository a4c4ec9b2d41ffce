import type { MouseEvent } from 'react'

/** First in the tab order of every layout. Leaves the address alone, which belongs to the router. */
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
