import type { BrowserContext } from '@playwright/test'

export interface ConsoleWatch {
  /** From now on, complaints like this one are part of the test. */
  expect: (pattern: RegExp) => void
  /** What went wrong unannounced, and what was announced and did not happen. */
  problems: () => string[]
}

/**
 * Notes every error a browser reports: console errors, uncaught exceptions, CSP violations.
 *
 * @param cognito Chromium reports each refusal of Cognito (a 400) as an error, Firefox none. Those are its answers.
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
    if (['error', 'warning'].includes(message.type()) && !refused) {
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
