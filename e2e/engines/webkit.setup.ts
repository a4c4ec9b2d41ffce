import { test } from '@playwright/test'
import { startWebKit } from './webkit.ts'

test('WebKit is installed, and starts', async () => {
  const webKit = await startWebKit('en_US.UTF-8')
  await webKit.stop()
})
