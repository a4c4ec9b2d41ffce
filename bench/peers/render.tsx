import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'

/** Renders a page into `#root`, as Gatehouse does. */
export function render(page: ReactNode): void {
  const element = document.getElementById('root')
  if (!element) throw new Error('index.html has no #root')
  createRoot(element).render(<StrictMode>{page}</StrictMode>)
}
