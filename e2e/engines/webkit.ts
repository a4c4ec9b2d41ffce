import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import process from 'node:process'
import { DriverService } from 'selenium-webdriver/remote/index.js'

/** Debian's path. The driver starts the browser that was built with it. */
const driver = '/usr/bin/WebKitWebDriver'
const xvfb = '/usr/bin/Xvfb'

function requireWebKit(): void {
  if (existsSync(driver) && existsSync(xvfb)) return
  throw new Error(
    'WebKit is not installed. On Debian: ' +
      'apt-get install --no-install-recommends webkit2gtk-driver xvfb',
  )
}

/**
 * Starts WebKit's WebDriver server on a free port, with a display for its browsers.
 *
 * @param lang the locale of the browsers, as the environment variable `LANG` has it
 * @throws {Error} that names the command to install WebKit
 */
export async function startWebKit(lang: string) {
  requireWebKit()
  const display = await startDisplay()
  const service = new DriverService.Builder(driver)
    .setLoopback(true)
    // The locale and the Wayland display of a desktop would otherwise take precedence.
    .setEnvironment({
      ...environmentWithoutLocale(),
      LANG: lang,
      DISPLAY: display.name,
      GDK_BACKEND: 'x11',
    })
    .build()

  async function stop() {
    await service.kill()
    await display.stop()
  }

  try {
    return { url: await service.start(), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Starts an X server without a screen. It takes a free display number, and writes it to its output. */
async function startDisplay() {
  const screen = ['-screen', '0', '1280x1024x24']
  const child = spawn(xvfb, ['-displayfd', '1', ...screen, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const kill = () => void child.kill()
  // Also when Playwright gives up waiting for a fixture to end.
  process.once('exit', kill)
  const ended = once(child, 'exit').then(([code]: unknown[]) => {
    process.removeListener('exit', kill)
    return code
  })
  const number = await Promise.race([
    once(child.stdout, 'data').then(String),
    ended.then((code) => {
      throw new Error(`Xvfb ended with status ${String(code)}`)
    }),
  ])
  return {
    name: `:${number.trim()}`,
    async stop() {
      kill()
      await ended
    },
  }
}

function environmentWithoutLocale(): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && !/^(LANG|LC_)/.test(name)) kept[name] = value
  }
  return kept
}
