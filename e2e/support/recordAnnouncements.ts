import { expect, type JSHandle, type Page } from '@playwright/test'

/** Records text that appears in live regions which are not inert: a screen reader announces it. */
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

/** Polls the recorded announcements: `await expectAnnouncements(spoken).toEqual([…])`. */
export const expectAnnouncements = (spoken: JSHandle<string[]>) =>
  expect.poll(() => spoken.jsonValue())
