import { expect, type JSHandle, type Page } from '@playwright/test'

/** What a screen reader would speak from now on: what comes into a live region that is not inert. */
export function recordAnnouncements(page: Page): Promise<JSHandle<string[]>> {
  return page.evaluateHandle(() => {
    const spoken: string[] = []
    const observer = new MutationObserver((records) => {
      const modal = document.querySelector('dialog:modal') ?? document
      for (const { target, addedNodes } of records) {
        const element = target instanceof Element ? target : target.parentElement
        const region = element?.closest('[aria-live], [role=status], [role=alert], [role=log]')
        if (!region || !modal.contains(region)) continue
        for (const { textContent } of addedNodes) if (textContent) spoken.push(textContent)
      }
    })
    observer.observe(document, { subtree: true, childList: true })
    return spoken
  })
}

/** `await heard(spoken).toEqual([…])`: what has been spoken, waiting for it. */
export const expectAnnouncements = (spoken: JSHandle<string[]>) =>
  expect.poll(() => spoken.jsonValue())
