import { expect, type Page } from '@playwright/test'

/** Selects the pseudo-language: English, accented and lengthened, so that untranslated text stands out. */
export const pseudo = '?lang=en-XA'

/** Text from Cognito's challenges, which is not translated. */
export const shown = ['Who goes there?', 'a***@e***', '+*******0123']

/** Fails on untranslated text, and on text that is cut off. */
export async function expectTranslated(page: Page, ...names: string[]) {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^\[/)
  // A name may be split for line breaks.
  const known = ['Gatehouse', ...names, ...names.flatMap((name) => name.split(/(?=[@.])/))]
  const found = await page.evaluate((written) => {
    const hidden = (element: Element) =>
      element.closest('.visually-hidden, script, style, noscript, option, title, svg') !== null
    const without = (text: string | null) =>
      written.reduce((rest, name) => rest.replaceAll(name, ''), text ?? '')
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const bare: string[] = []
    while (walker.nextNode()) {
      const { textContent, parentElement } = walker.currentNode
      const text = without(textContent)
      if (!parentElement || hidden(parentElement) || !/[a-z]{2}/i.test(text)) continue
      if (!/^\s*\[.*\]\s*$/su.test(without(parentElement.textContent))) bare.push(text)
    }
    const clipped = [...document.querySelectorAll('body *')]
      // The text of an input scrolls.
      .filter((element) => !hidden(element) && element.clientWidth > 0 && !element.matches('input'))
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => element.outerHTML.slice(0, 120))
    return { bare, clipped }
  }, known)
  expect(found).toEqual({ bare: [], clipped: [] })
}
