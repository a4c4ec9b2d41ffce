import { expect, type Page } from '@playwright/test'
import axe from 'axe-core'

/** Without what a failure does not print, and what costs the most: the selectors of every element that passes. */
const lean = { resultTypes: ['violations'], selectors: false, preload: false }

/** Rules whose result depends on colours. */
const colourRules = ['color-contrast', 'link-in-text-block']

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const modes = [
  { colorScheme: 'light', viewport: { width: 1280, height: 800 }, dir: 'ltr' },
  { colorScheme: 'dark', viewport: { width: 360, height: 740 }, dir: 'rtl' },
] as const

interface Options {
  /** Checks the rules about colours only, of a page that differs in nothing else from one that was checked. */
  coloursOnly?: boolean
}

/**
 * Fails on any violation, of any impact: in the light theme on a wide screen, and in the dark theme on a phone,
 * from right to left. Runs axe by `evaluate`, because the CSP allows no foreign script.
 */
export async function expectAccessible(
  page: Page,
  { coloursOnly = false }: Options = {},
): Promise<void> {
  const runOnly = coloursOnly
    ? { type: 'rule', values: colourRules }
    : { type: 'tag', values: tags }
  const before = page.viewportSize()
  const dir = await page.evaluate(() => document.documentElement.dir)
  // axe is half a megabyte: load it once per document.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  for (const mode of modes) {
    await page.emulateMedia({ colorScheme: mode.colorScheme })
    await page.setViewportSize(mode.viewport)
    await page.evaluate((value) => {
      document.documentElement.dir = value
      // Ends transitions: colours in between have no defined contrast.
      for (const animation of document.getAnimations()) {
        // A spinner never ends.
        if (animation.effect?.getComputedTiming().iterations !== Infinity) animation.finish()
      }
    }, mode.dir)
    const where = `${mode.colorScheme}, ${mode.viewport.width} px, ${mode.dir}`
    await expectNoViolation(page, { ...lean, runOnly }, where)
  }
  await page.emulateMedia({ colorScheme: null })
  if (before) await page.setViewportSize(before)
  await page.evaluate((value) => {
    document.documentElement.dir = value
  }, dir)
}

async function expectNoViolation(page: Page, options: object, where: string): Promise<void> {
  const { passes, violations } = await page.evaluate(
    async (given) => window.axe.run(document, given),
    options,
  )
  expect(
    violations.map(({ id, impact, help, nodes }) => ({
      rule: `${id} (${impact}): ${help}`,
      nodes: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`),
    })),
    where,
  ).toEqual([])
  expect(passes.length, 'axe looked at nothing').toBeGreaterThan(0)
}

declare global {
  interface Window {
    axe: typeof axe
  }
}
