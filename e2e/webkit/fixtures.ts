import { writeFile } from 'node:fs/promises'
import { expect, type TestInfo } from '@playwright/test'
import { Builder, type WebDriver } from 'selenium-webdriver'
import { test as base } from '#e2e/support/cognitoFixtures.ts'
import { openPage, type WebKitPage } from './openPage.ts'
import { serveWithConfig } from './serveWithConfig.ts'
import { startWebKit } from '#e2e/engines/webkit.ts'

interface Fixtures {
  /** Sections of the portal's config beside the pool's own. */
  sections: Record<string, unknown>
  /** Origin that serves the portal with the config of `cognito`. */
  origin: string
  /** A browser without history, storage or cache. */
  driver: WebDriver
  /** Opens a tab. The test fails if a tab has complained by its end. */
  openTab: () => Promise<WebKitPage>
  /** A page of the portal with the config of `cognito`. */
  portal: WebKitPage
}

interface WorkerFixtures {
  /** The locale of the browser, as the environment variable `LANG` has it. */
  lang: string
  /** Address of the WebDriver server. */
  driverUrl: string
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  lang: ['en_US.UTF-8', { option: true, scope: 'worker' }],
  sections: [{}, { option: true }],

  driverUrl: [
    async ({ lang }, use) => {
      const webKit = await startWebKit(lang)
      await use(webKit.url)
      await webKit.stop()
    },
    { scope: 'worker' },
  ],

  origin: async ({ cognito, baseURL, sections }, use) => {
    const config = Object.assign({}, await cognito.config(), sections)
    const site = await serveWithConfig(baseURL ?? '', config)
    await use(site.origin)
    site.close()
  },

  driver: async ({ driverUrl }, use, testInfo) => {
    const driver = await new Builder()
      .disableEnvironmentOverrides()
      .usingServer(driverUrl)
      .withCapabilities({ browserName: 'MiniBrowser' })
      .build()
    await driver.manage().setTimeouts({ pageLoad: 15_000, script: 10_000 })
    await use(driver)
    try {
      if (testInfo.status !== testInfo.expectedStatus) await attachScreenshot(driver, testInfo)
    } finally {
      await driver.quit()
    }
  },

  openTab: async ({ driver, origin }, use) => {
    const tabs: WebKitPage[] = []
    await use(async () => {
      if (tabs.length > 0) await driver.switchTo().newWindow('tab')
      const tab = await openPage(driver, origin)
      tabs.push(tab)
      return tab
    })
    for (const tab of tabs) expect(await tab.complaints(), 'the page complained').toEqual([])
  },

  portal: async ({ openTab }, use) => {
    await use(await openTab())
  },
})

async function attachScreenshot(driver: WebDriver, testInfo: TestInfo) {
  const path = testInfo.outputPath('page.png')
  await writeFile(path, await driver.takeScreenshot(), 'base64')
  await testInfo.attach('screenshot', { path, contentType: 'image/png' })
}

export { expect }
