import type { Browser } from '@playwright/test'
import { type Conditions, openPage } from '#bench/measuredPage.ts'
import type { Site } from '#bench/sites.ts'

/** Expression that resolves to its time. */
export const firstContentfulPaint = `new Promise((resolve) =>
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries())
      if (name === 'first-contentful-paint') resolve(startTime)
  }).observe({ type: 'paint', buffered: true }))`

/**
 * Measures First Contentful Paint of the sign-in page, with nothing cached: from the navigation to the frame with
 * the first text or picture. https://www.w3.org/TR/paint-timing/
 */
export async function firstPaint(
  browser: Browser,
  site: Site,
  conditions: Conditions,
): Promise<number> {
  await using opened = await openPage(browser, conditions)
  await opened.page.goto(site.signIn, { waitUntil: 'commit' })
  return await opened.number(firstContentfulPaint)
}
