/**
 * Runs in every page before its own scripts: passes every message that reaches the page, from workers, ports,
 * broadcast channels and windows, to `onPageMessage`, and every CSP violation to `onCspViolation`.
 */
export function recordMessages(): void {
  const recordFrom = (target: EventTarget) => {
    target.addEventListener('message', (event) => {
      if (!(event instanceof MessageEvent)) return
      void window.onPageMessage(text(event.data))
      for (const port of event.ports) recordFrom(port)
    })
  }

  /** Returns the text in everything that a message can hold, more than JSON can. */
  const text = (value: unknown, seen = new Set<unknown>()): string => {
    if (typeof value !== 'object' || value === null) return String(value)
    if (seen.has(value)) return ''
    seen.add(value)
    if (value instanceof ArrayBuffer) return new TextDecoder('latin1').decode(value)
    if (ArrayBuffer.isView(value)) return new TextDecoder('latin1').decode(value)
    if (value instanceof Error) return `${value.name} ${value.message} ${text(value.cause, seen)}`
    const inside =
      Array.isArray(value) || value instanceof Set
        ? [...value]
        : [...(value instanceof Map ? value : Object.entries(value))].flat()
    return inside.map((part) => text(part, seen)).join(' ')
  }

  recordFrom(window)
  window.Worker = class extends Worker {
    constructor(...options: ConstructorParameters<typeof Worker>) {
      super(...options)
      recordFrom(this)
    }
  }
  window.SharedWorker = class extends SharedWorker {
    constructor(...options: ConstructorParameters<typeof SharedWorker>) {
      super(...options)
      recordFrom(this.port)
    }
  }
  window.BroadcastChannel = class extends BroadcastChannel {
    constructor(name: string) {
      super(name)
      recordFrom(this)
    }
  }
  window.MessageChannel = class extends MessageChannel {
    constructor() {
      super()
      recordFrom(this.port1)
      recordFrom(this.port2)
    }
  }
  document.addEventListener('securitypolicyviolation', (event) => {
    void window.onCspViolation(`${event.effectiveDirective} blocked ${event.blockedURI}`)
  })
}

declare global {
  interface Window {
    onPageMessage: (message: string) => Promise<void>
    onCspViolation: (violation: string) => Promise<void>
  }
}
