import { chromium, test } from '@playwright/test'
import { launchOptions } from './chromium.ts'

test('Chromium is installed, and starts', async () => {
  const browser = await chromium.launch(launchOptions())
  await browser.close()
})
