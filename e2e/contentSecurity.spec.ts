// Playwright's own fixtures: the portal's would fail on the CSP violations that are expected here.
import { expect, type Page, test } from '@playwright/test'
import { probePage, type Probe, probes } from '#e2e/support/contentSecurityProbes.ts'

// Tests what the CSP and Trusted Types forbid an injected script. The site itself serves it: code that a debugger
// runs, as Playwright's `evaluate` does, may call eval.

/** Makes a foreign origin answer every request, with permissive headers. */
async function serveForeignOrigin(page: Page, asked: string[]) {
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

/** Serves a probe in place of a page of the site, with the headers that the site really sends. */
async function open(page: Page, probe: Probe, { isProtected }: { isProtected: boolean }) {
  const asked: string[] = []
  await serveForeignOrigin(page, asked)
  const serve = async (path: string, contentType: string, body: string) =>
    page.route(path, async (route) => {
      const response = await route.fetch({ url: new URL('/sign-in', route.request().url()).href })
      const headers = response.headers()
      if (!isProtected) {
        delete headers['content-security-policy']
        delete headers['cross-origin-embedder-policy']
      }
      await route.fulfill({ response, headers: { ...headers, 'content-type': contentType }, body })
    })
  await serve('/probe', 'text/html', probePage(probe))
  await serve('/probe.js', 'text/javascript', `(${probe.run.toString()})()`)
  await serve('/loaded.js', 'text/javascript', 'void 0')
  await page.goto('/probe')
  return asked
}

/** Tells whether the probe succeeded: it marked the page, left it, or sent a request. */
async function hasSucceeded(page: Page, asked: string[]): Promise<boolean> {
  if (asked.length > 0 || !page.url().endsWith('/probe')) return true
  return (await page.locator('html[data-broke]').count()) > 0
}

for (const probe of probes) {
  test(`blocks: ${probe.name}`, async ({ page }) => {
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
    expect(await hasSucceeded(page, asked)).toBe(false)
  })

  test(`succeeds without the headers: ${probe.name}`, async ({ page }) => {
    const asked = await open(page, probe, { isProtected: false })
    await expect.poll(async () => hasSucceeded(page, asked)).toBe(true)
  })
}

test('cannot be framed by another site', async ({ page, baseURL }) => {
  const html = `<!doctype html><iframe src="${baseURL}/sign-in"></iframe>`
  await page.route('https://foreign.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: html }),
  )
  await page.goto('https://foreign.example/')
  const [, frame] = page.frames()
  await expect.poll(() => frame?.url()).toMatch(/^chrome-error:/)
})
