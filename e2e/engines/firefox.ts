import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, LaunchOptions } from '@playwright/test'

const installed = ['/usr/bin/firefox-esr', '/usr/bin/firefox']

const proxy = fileURLToPath(new URL('./firefoxBidiProxy.ts', import.meta.url))

/**
 * Finds the system's Firefox.
 *
 * @throws {Error} with the command to install one, if there is none
 */
export function findFirefox(): string {
  const path = installed.find((candidate) => existsSync(candidate))
  if (!path) {
    throw new Error(
      'There is no Firefox here. Install one, on Debian with ' +
        '`apt-get install --no-install-recommends firefox-esr`.',
    )
  }
  return path
}

/**
 * Options to launch the system's Firefox, by WebDriver BiDi. Playwright's own Firefox is a patched build,
 * which no user has.
 *
 * @throws {Error} with the command to install one, if there is none
 */
export function launchOptions(): LaunchOptions {
  findFirefox()
  return {
    channel: 'moz-firefox',
    executablePath: proxy,
    firefoxUserPrefs: {
      // Stop background requests that Playwright does not stop.
      'app.normandy.enabled': false,
      'network.captive-portal-service.enabled': false,
      'services.settings.server': 'data:,#',
    },
  }
}

/**
 * Makes `fill()` type as a keyboard does. Over BiDi, Playwright assigns to `value` and sends `input` in the
 * page's own realm, which React takes for its own assignment and ignores.
 */
export async function repairFill(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    Object.defineProperty(window, '__pw_bidiInsertText', {
      get: () => (text: string) => {
        // oxlint-disable-next-line typescript/no-deprecated -- nothing else types from a script
        document.execCommand('insertText', false, text)
      },
      set() {
        // Ignores the function that Playwright assigns.
      },
    })
  })
}
