import type { Page } from '@playwright/test'

/** Makes a browser that is never idle, so that it fetches no page ahead. */
export async function fetchNothingAhead(page: Page) {
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0
  })
}
