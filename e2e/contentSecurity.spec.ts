// Not our own fixtures: here, the browser is meant to complain.
import { expect, type Page, test } from '@playwright/test'
import { probePage, type Probe, probes } from '#e2e/support/contentSecurityProbes.ts'

// What the CSP and Trusted Types keep a script from doing that has got into the page. It is served by
// the site itself: code that a debugger runs, as Playwright's `evaluate` does, may call eval.

/** Everything of somebody else's that answers does so willingly. */
async function letEverybodyAnswer(page: Page, asked: string[]) {
  await page.route('https://foreign.example/**', async (route) => {
    asked.push(route.request().url())
    const headers = {
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    }
    const isScript = route.request().url().endsWith('.js')
    const body = isScript ? 'document.documentElement.dataset.broke = "yes"' : '<p>foreign'
    const contentType = isScript ? 'text/javascript' : 'text/html'
    await route.fulfill({ headers, contentType, body })
  })
}

/** Puts a probe where a page of the site is, under the headers that the site really sends. */
async function open(page: Page, probe: Probe, { isProtected }: { isProtected: boolean }) {
  const asked: string[] = []
  await letEverybodyAnswer(page, asked)
  const serve = async (path: string, like: string, body: string) =>
    page.route(path, async (route) => {
      const response = await route.fetch({ url: new URL(like, route.request().url()).href })
      const headers = response.headers()
      if (!isProtected) {
        delete headers['content-security-policy']
        delete headers['cross-origin-embedder-policy']
      }
      await route.fulfill({ response, headers, body })
    })
  await serve('/probe', '/sign-in', probePage(probe))
  await serve('/probe.js', '/theme.js', `(${probe.run.toString()})()`)
  await page.goto('/probe')
  return asked
}

/** Whether it reached what it was after: a mark on the page, another address, a request. */
async function broke(page: Page, asked: string[]): Promise<boolean> {
  if (asked.length > 0 || !page.url().endsWith('/probe')) return true
  return (await page.locator('html[data-broke]').count()) > 0
}

for (const probe of probes) {
  test(`keeps out: ${probe.name}`, async ({ page }) => {
    const violations: string[] = []
    await page.exposeFunction('onCspViolation', (directive: string) => violations.push(directive))
    await page.addInitScript(() => {
      document.addEventListener(
        'securitypolicyviolation',
        ({ effectiveDirective }) => void window.onCspViolation(effectiveDirective),
      )
    })
    const asked = await open(page, probe, { isProtected: true })
    await expect.poll(() => violations).toContain(probe.refusedBy)
    expect(await broke(page, asked)).toBe(false)
  })

  test(`would notice: ${probe.name}`, async ({ page }) => {
    const asked = await open(page, probe, { isProtected: false })
    await expect.poll(async () => broke(page, asked)).toBe(true)
  })
}

test('no other site can put it in a frame', async ({ page, baseURL }) => {
  const html = `<!doctype html><iframe src="${baseURL}/sign-in"></iframe>`
  await page.route('https://foreign.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: html }),
  )
  await page.goto('https://foreign.example/')
  const [, frame] = page.frames()
  await expect.poll(() => frame?.url()).toMatch(/^chrome-error:/)
})
