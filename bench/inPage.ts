/**
 * Scripts that run in the measured pages, before the pages' own. They add listeners and observers and little else, so
 * that the measuring costs the page next to nothing. Each is sent as text: it can use nothing outside of itself.
 */

/** What `recordPage` has seen. Times are milliseconds since the navigation. */
interface PageRecord {
  clickedAt: number
  /** Resolves once the sign-in form is in the document. */
  formReady: Promise<void>
  /** Resolves to the end of the first frame that shows the email address in `main`. */
  drawn: Promise<number>
  longTasks: { start: number; duration: number }[]
  /** Durations of the Event Timing API, of events that belong to an interaction. */
  interactions: { start: number; duration: number }[]
}

declare global {
  interface Window {
    bench: PageRecord
  }
}

/**
 * Records clicks, long tasks, interactions, and when the email address is drawn: a MutationObserver sees it in the
 * document, and the frame that follows has ended when a message that was sent in it arrives.
 */
export function recordPage(email: string): void {
  /** The element itself, not a hidden copy of it. */
  function isVisible(): boolean {
    const main = document.querySelector('main')
    if (!main?.textContent.includes(email)) return false
    const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const { parentElement, textContent } = texts.currentNode
      if (textContent?.includes(email) && parentElement?.checkVisibility()) return true
    }
    return false
  }

  const drawn = new Promise<number>((resolve) => {
    const observer = new MutationObserver(() => {
      if (!isVisible()) return
      observer.disconnect()
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now())
        port2.postMessage(undefined)
      })
    })
    observer.observe(document, {
      childList: true,
      subtree: true,
      characterData: true,
      attributeFilter: ['hidden', 'style', 'class'],
    })
  })
  const formReady = new Promise<void>((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('input[name=password]')) return
      observer.disconnect()
      resolve()
    })
    observer.observe(document, { childList: true, subtree: true })
  })
  const record: PageRecord = { clickedAt: 0, formReady, drawn, longTasks: [], interactions: [] }
  window.bench = record
  addEventListener('click', () => (record.clickedAt = performance.now()), { capture: true })
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      record.longTasks.push({ start: startTime, duration })
  }).observe({ type: 'longtask', buffered: true })
  // TypeScript does not know the threshold. https://www.w3.org/TR/event-timing/#sec-modifications-perf-timeline
  const events = { type: 'event', buffered: true, durationThreshold: 16 }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!('interactionId' in entry) || entry.interactionId === 0) continue
      record.interactions.push({ start: entry.startTime, duration: entry.duration })
    }
  }).observe(events)
}

/**
 * Fills in and submits the sign-in form as soon as its fields are in the document, and again every 50 ms. Fills in
 * again only what is gone: a page that keeps what was typed before its script arrived is left alone.
 */
export function submitEarly({ email, password }: { email: string; password: string }): void {
  function fill(field: HTMLInputElement, value: string): void {
    if (field.value === value) return
    // By the setter of the prototype: React replaces that of the element, to know its own changes.
    Reflect.set(HTMLInputElement.prototype, 'value', value, field)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }

  function submit(): void {
    const name = document.querySelector<HTMLInputElement>('input[name=username]')
    const secret = document.querySelector<HTMLInputElement>('input[name=password]')
    if (!name || !secret) return
    fill(name, email)
    fill(secret, password)
    secret.form?.querySelector<HTMLButtonElement>('button[type=submit]')?.click()
  }

  const observer = new MutationObserver(() => {
    if (!document.querySelector('input[name=password]')) return
    observer.disconnect()
    // A task of its own, after the one that made the fields.
    setTimeout(submit)
    setInterval(submit, 50)
  })
  observer.observe(document, { childList: true, subtree: true })
}
