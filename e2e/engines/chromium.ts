import { existsSync } from 'node:fs'
import { chromium, type LaunchOptions } from '@playwright/test'

/** Draws no windows, as Playwright's own headless browser: a page costs about half as much. */
const headlessShell = '/usr/bin/chromium-headless-shell'

const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * Returns how to start a Chromium here: Playwright's own where it has been downloaded, else the system's.
 *
 * @param readsProfile for a test that writes preferences into a profile, which the headless shell ignores
 * @throws {Error} that names the two ways to get one.
 */
export function launchOptions({ readsProfile = false } = {}): LaunchOptions {
  const installed = readsProfile ? browsers : [headlessShell, ...browsers]
  const executablePath = [chromium.executablePath(), ...installed].find((path) => existsSync(path))
  if (!executablePath) {
    throw new Error(
      'There is no Chromium here. Install one with `npx playwright install chromium`, ' +
        'or on Debian with `apt-get install chromium chromium-headless-shell`.',
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
