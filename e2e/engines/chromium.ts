import { existsSync } from 'node:fs'
import { chromium, type LaunchOptions } from '@playwright/test'

/** The headless shell, as Playwright itself uses, draws no windows: a page costs about half as much. */
const installed = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/**
 * Options to launch Chromium: Playwright's own if it has been downloaded, else the system's.
 *
 * @throws {Error} with the commands to install one, if there is none
 */
export function launchOptions(): LaunchOptions {
  const executablePath = [chromium.executablePath(), ...installed].find((path) => existsSync(path))
  if (!executablePath) {
    throw new Error(
      'There is no Chromium here. Install one with `npx playwright install chromium`, ' +
        'or on Debian with `apt-get install chromium-headless-shell`.',
    )
  }
  return {
    executablePath,
    // Containers have no user namespaces for the sandbox; the other switches stop background requests.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  }
}
