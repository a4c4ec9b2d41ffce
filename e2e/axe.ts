import { expect, type Page } from '@playwright/test'
import axe from 'axe-core'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Fails on any violation, of any impact. Evaluated, as the CSP admits no script from elsewhere. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source)
  const { passes, violations } = await page.evaluate(
    async (values) => window.axe.run(document, { runOnly: { type: 'tag', values } }),
    tags,
  )
  expect(
    violations.map(({ id, impact, help, nodes }) => ({
      rule: `${id} (${impact}): ${help}`,
      nodes: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`),
    })),
  ).toEqual([])
  expect(passes.length, 'axe looked at nothing').toBeGreaterThan(0)
}

declare global {
  interface Window {
    axe: typeof axe
  }
}
