import { firefox, test } from '@playwright/test'
import { launchOptions } from './firefox.ts'

test('Firefox is installed, and starts', async () => {
  const browser = await firefox.launch(launchOptions())
  await browser.close()
})
