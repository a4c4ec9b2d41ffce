import type { Page } from '@playwright/test'
import { expect, test } from '#e2e/support/fixtures.ts'

/** Serves this body in place of the portal, without the portal's headers. */
async function show(page: Page, body: string): Promise<void> {
  await page.route('**/staged', async (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html>${body}` }),
  )
  await page.goto('/staged')
}

test('axe fails on an inaccessible page', async ({ page, axe }) => {
  await show(page, '<html><title>a</title><main><h1>a</h1><img src="data:,"><input></main></html>')
  await expect(axe()).rejects.toThrow(/image-alt[^]*label/)
})

test('axe passes an accessible page', async ({ page, axe }) => {
  await show(page, '<html lang="en"><title>a</title><main><h1>a</h1><p>b</p></main></html>')
  await axe()
})
