import type { BrowserContext } from '@playwright/test'

export interface ConsoleWatch {
  /** Expects a complaint that matches, from now on. */
  expect: (pattern: RegExp) => void
  /** Returns unexpected complaints, and expected ones that did not happen. */
  problems: () => string[]
}

/**
 * Records every error that a browser reports: console errors, uncaught exceptions, CSP violations.
 *
 * @param cognito origin whose 400 responses Chromium reports as errors (Firefox does not): they are ignored
 */
export async function watchConsole(
  context: BrowserContext,
  cognito: string,
): Promise<ConsoleWatch> {
  const complaints: string[] = []
  const expected: RegExp[] = []

  context.on('console', (message) => {
    const { url } = message.location()
    const refused = message.text().startsWith('Failed to load resource') && url.startsWith(cognito)
    // A hint about timing: the config is not read where the browser is too old, or later on a busy machine.
    const unused = message.text().includes('was preloaded using link preload but not used')
    if (['error', 'warning'].includes(message.type()) && !refused && !unused) {
      complaints.push(`console: ${message.text()} (${url})`)
    }
  })
  context.on('weberror', (error) => complaints.push(`uncaught: ${String(error.error())}`))
  await context.exposeBinding('onCspViolation', (_, violation: string) => {
    complaints.push(`CSP: ${violation}`)
  })

  return {
    expect: (pattern) => expected.push(pattern),
    problems: () => [
      ...complaints.filter((complaint) => !expected.some((pattern) => pattern.test(complaint))),
      ...expected
        .filter((pattern) => !complaints.some((complaint) => pattern.test(complaint)))
        .map((pattern) => `expected, but did not happen: ${String(pattern)}`),
    ],
  }
}
