/**
 * Adds what jsdom lacks of `<dialog>`: it opens, takes the focus, and gives it back.
 * https://html.spec.whatwg.org/multipage/interactive-elements.html#dialog-focusing-steps
 */
export function supportModalDialogs(): void {
  const before = new WeakMap<HTMLDialogElement, Element | null>()
  HTMLDialogElement.prototype.showModal = function showModal() {
    before.set(this, document.activeElement)
    this.open = true
    this.querySelector<HTMLElement>('button, input:not([type=hidden]), select')?.focus()
  }
  HTMLDialogElement.prototype.close = function close() {
    this.open = false
    const focused = before.get(this)
    if (focused instanceof HTMLElement) focused.focus()
  }
}
