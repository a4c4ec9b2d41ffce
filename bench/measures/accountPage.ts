import type { Browser } from '@playwright/test'
import { openPage } from '#bench/measuredPage.ts'
import type { Site } from '#bench/sites.ts'
import { signInOn } from './signIn.ts'

/**
 * Measures a reload of the account page at 4x CPU slowdown, its files cached: from the navigation to the end of the
 * first frame that shows the email address in `main`. The page with its data baked in needs no sign-in.
 */
export async function reload(browser: Browser, site: Site): Promise<number> {
  await using opened = await openPage(browser, { cpu: 1, script: 'recordPage' })
  if (site.name === 'baked') {
    await opened.page.goto(site.account, { waitUntil: 'commit' })
    await opened.number('bench.drawn')
  } else {
    await signInOn(opened, site)
  }
  await opened.idle()
  await opened.slowDown(4)
  await opened.page.reload({ waitUntil: 'commit' })
  return await opened.number('bench.drawn')
}

/**
 * Measures the interactions of going through the account's menu twice at 4x CPU slowdown: for each click on an entry
 * the longest duration of its events in the Event Timing API, from the input to the next paint. Events below 16 ms
 * are not reported, and count as 16. https://www.w3.org/TR/event-timing/
 *
 * @returns the median and the worst of these clicks
 */
export async function accountPages(
  browser: Browser,
  site: Site,
): Promise<{ median: number; worst: number }> {
  await using opened = await openPage(browser, { cpu: 1, script: 'recordPage' })
  await signInOn(opened, site)
  await opened.slowDown(4)
  const entries = await opened.number("document.querySelectorAll('nav a').length")
  const durations: number[] = []
  for (let nth = 0; nth < entries * 2; nth += 1) {
    await opened.evaluate('bench.interactions.length = 0')
    // Starts at the second entry: the first page is open.
    await opened.click(`nav li:nth-child(${((nth + 1) % entries) + 1}) a`)
    await opened.idle()
    durations.push(
      await opened.number('Math.max(16, ...bench.interactions.map(({ duration }) => duration))'),
    )
  }
  const sorted = durations.toSorted((a, b) => a - b)
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, worst: sorted.at(-1) ?? 0 }
}
