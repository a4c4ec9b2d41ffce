import type { Browser } from '@playwright/test'
import { openPage, within } from '#bench/measuredPage.ts'
import type { Site } from '#bench/sites.ts'

/**
 * Measures when the sign-in form can be used, at 4x CPU slowdown on the slow network: from the request for the
 * document to the first request to Cognito, of a sign-in that is filled in and submitted as soon as the fields are in
 * the document, and again every 50 ms. The request counts when it leaves, its preflight included, before the answer.
 *
 * The page without a sign-in counts when its submit handler runs.
 */
export async function formUsable(
  browser: Browser,
  site: Site,
  cognito: { endpoint: string },
): Promise<number> {
  await using opened = await openPage(browser, { cpu: 4, slow: true, script: 'submitEarly' })
  const { page, session } = opened
  if (site.name === 'router-query') {
    await page.goto(site.signIn, { waitUntil: 'commit' })
    return await opened.number(`new Promise((resolve) =>
      new PerformanceObserver((list) => resolve(list.getEntries()[0].startTime))
        .observe({ type: 'mark', buffered: true }))`)
  }
  let navigated = 0
  const sent = new Promise<number>((resolve) => {
    session.on('Network.requestWillBeSent', ({ request, type, timestamp }) => {
      if (type === 'Document' && navigated === 0) navigated = timestamp
      if (request.url.startsWith(cognito.endpoint)) resolve(timestamp)
    })
  })
  await page.goto(site.signIn, { waitUntil: 'commit' })
  // Seconds, on one clock for the page and its workers.
  return ((await within(sent, `a sign-in at ${site.name}`)) - navigated) * 1000
}
