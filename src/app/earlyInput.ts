// What a user does on the prerendered page before the app listens is kept by `src/start.ts`, and repeated by the app.

interface EarlyInput {
  /** Controls that were used, in order: buttons, links, forms and selects. */
  controls: HTMLElement[]
  /** Text by the name of its field, of a page that the app has replaced. */
  typed: Map<string, string>
}

declare global {
  interface Window {
    earlyInput?: EarlyInput
  }
}

/** What is kept of each event: the control around its target. */
const selectors = { click: 'button, a[href^="/"]', submit: 'form', change: 'select' }

/** Whether the document shows a page that does not listen yet. */
const isWaiting = () => 'prerendered' in document.documentElement.dataset

/** Keeps the controls that are used on the prerendered page, until {@link repeatEarlyInput}. */
export function keepEarlyInput(): void {
  const controls: HTMLElement[] = []
  window.earlyInput = { controls, typed: new Map() }
  for (const [type, selector] of Object.entries(selectors)) {
    const keep = (event: Event) => {
      if (!isWaiting() || !(event.target instanceof Element) || opensTab(event)) return
      const control = event.target.closest<HTMLElement>(selector)
      if (!control) return
      event.preventDefault()
      // Parts of the page may listen already, and would handle it a second time.
      event.stopPropagation()
      control.setAttribute('aria-busy', 'true')
      controls.push(control)
    }
    document.addEventListener(type, keep, { capture: true })
  }
}

const opensTab = (event: Event) =>
  event instanceof MouseEvent && (event.metaKey || event.ctrlKey || event.shiftKey)

/** Keeps the text of the prerendered page, which is about to be replaced. */
export function keepTypedText(): void {
  for (const { name, value } of textInputs()) {
    if (value !== '') window.earlyInput?.typed.set(name, value)
  }
}

/** Repeats what the user did before, because the page listens now. */
export function repeatEarlyInput(): void {
  delete document.documentElement.dataset['prerendered']
  const { controls = [], typed = new Map<string, string>() } = window.earlyInput ?? {}
  for (const input of textInputs()) {
    const value = typed.get(input.name) ?? input.value
    if (value !== '') typeInto(input, value)
  }
  typed.clear()
  // A task each, as the user's own: React renders between them, and a second press finds a busy button.
  for (const control of controls.splice(0)) setTimeout(() => repeat(control))
}

const textInputs = () =>
  document.querySelectorAll<HTMLInputElement>('#root input:not([type=checkbox])')

/** Types as the user does, so that React hears of it: what it has seen of the field is empty, then it is not. */
function typeInto(input: HTMLInputElement, value: string): void {
  input.value = ''
  Reflect.set(HTMLInputElement.prototype, 'value', value, input)
  input.dispatchEvent(new Event('input', { bubbles: true }))
}

function repeat(control: HTMLElement): void {
  control.removeAttribute('aria-busy')
  if (control instanceof HTMLSelectElement) {
    control.dispatchEvent(new Event('change', { bubbles: true }))
  } else if (control instanceof HTMLAnchorElement) {
    // The app's link to the same page: with the `next` of the address, which the prerendered one did not know.
    const links = [...document.querySelectorAll<HTMLAnchorElement>('#root a')]
    links.find(({ pathname }) => pathname === control.pathname)?.click()
  } else if (!control.isConnected) {
    // Of a page that was replaced: a sign-in that was asked for is still wanted.
    document.querySelector<HTMLFormElement>('#root form')?.requestSubmit()
  } else if (control instanceof HTMLFormElement) control.requestSubmit()
  else control.click()
}
