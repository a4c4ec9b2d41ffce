// Functions that run in the page: WebDriver sends their source, so they cannot use anything outside.
import type * as TestingLibrary from '@testing-library/dom'

/** Finds an element by role and name, by label, or by text. */
export type Query =
  | { by: 'role'; role: string; name?: string | undefined }
  | { by: 'label'; label: string }
  | { by: 'text'; text: string }

/** Returns the visible matches with their text; null if Testing Library is not loaded in the page. */
export function findVisible(query: Query): { element: Element; text: string }[] | null {
  const library = window.TestingLibraryDom
  if (!library) return null
  // Behind a modal dialog, everything is inert.
  const root = document.querySelector<HTMLElement>('dialog:modal') ?? document.body
  const find = (): Element[] => {
    if (query.by === 'label') return library.queryAllByLabelText(root, query.label)
    if (query.by === 'text') return library.queryAllByText(root, query.text, { exact: false })
    const { role, name } = query
    return library.queryAllByRole(root, role, name === undefined ? {} : { name })
  }
  return find()
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .map((element) => ({ element, text: element.textContent }))
}

/** Records errors, rejections and CSP violations of this document, from now on. */
export function watchComplaints(): void {
  if (window.complaints) return
  const complaints: string[] = []
  window.complaints = complaints
  addEventListener('error', ({ message }) => complaints.push(`uncaught: ${message}`))
  addEventListener('unhandledrejection', ({ reason }) =>
    complaints.push(`unhandled rejection: ${String(reason)}`),
  )
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    complaints.push(`CSP: ${effectiveDirective} blocked ${blockedURI}`),
  )
  const report = console.error.bind(console)
  console.error = (...said: unknown[]) => {
    complaints.push(`console: ${said.map(String).join(' ')}`)
    report(...said)
  }
}

/** Chooses an option by its text, and fires the events of a user's choice. */
export function chooseOption(select: HTMLSelectElement, text: string): void {
  const option = [...select.options].find((one) => one.text === text)
  if (!option) throw new Error(`no option "${text}"`)
  select.value = option.value
  select.dispatchEvent(new Event('input', { bubbles: true }))
  select.dispatchEvent(new Event('change', { bubbles: true }))
}

declare global {
  interface Window {
    TestingLibraryDom?: typeof TestingLibrary
    complaints?: string[]
  }
}
