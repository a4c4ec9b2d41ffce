import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setTimeout } from 'node:timers/promises'
import { Key, type WebDriver, type WebElement } from 'selenium-webdriver'
import { chooseOption, findVisible, type Query, watchComplaints } from './inPage.ts'

/** Testing Library as one classic script, to find elements as the other tests find them. */
const library = readFileSync(
  createRequire(import.meta.url).resolve(
    '@testing-library/dom/dist/@testing-library/dom.umd.min.js',
  ),
  'utf8',
)

/** Milliseconds to wait for an element, and between two tries. */
const patience = 10_000
const pause = 50

/** An element of the page, by reference. */
interface Found {
  element: WebElement
  text: string
}

export type WebKitPage = Awaited<ReturnType<typeof openPage>>

/**
 * Wraps the current window of a browser with an API like Playwright's `Page`: elements are found by role, label or
 * text each time they are used, and waited for. Clicks and keys are WebDriver's, so they are trusted events.
 */
export async function openPage(driver: WebDriver, origin: string) {
  const handle = await driver.getWindowHandle()
  let earlierComplaints: string[] = []

  async function evaluate<Answer>(
    script: string | ((...given: never[]) => unknown),
    ...given: unknown[]
  ): Promise<Answer> {
    await driver.switchTo().window(handle)
    return driver.executeScript<Answer>(script, ...given)
  }

  /** Prepares each new document. Complaints before its `load` event are not recorded. */
  async function prepare() {
    await evaluate(watchComplaints)
    await evaluate(library)
  }

  async function complaints() {
    const here = await evaluate<string[] | null>('return window.complaints')
    return [...earlierComplaints, ...(here ?? [])]
  }

  /** Loads a document, and keeps the complaints of the one before. */
  async function load(start: () => Promise<void>) {
    earlierComplaints = await complaints()
    await start()
    await prepare()
  }

  async function find(query: Query): Promise<Found[]> {
    const found = await evaluate<Found[] | null>(findVisible, query)
    if (found) return found
    await prepare()
    return find(query)
  }

  /** @throws {Error} with the text of the page, unless exactly one element matches */
  async function findOne(query: Query): Promise<WebElement> {
    const [found, ...others] = await find(query)
    if (found && others.length === 0) return found.element
    const text = await evaluate<string>('return document.body.innerText')
    throw new Error(
      `${found ? others.length + 1 : 'no'} elements match ${JSON.stringify(query)} at ` +
        `${await driver.getCurrentUrl()}, where the page says:\n${text.slice(0, 500)}`,
    )
  }

  /** Tries again until it can be done: React may replace an element between finding and using it. */
  async function act<Result>(
    query: Query,
    action: (element: WebElement) => Promise<Result>,
  ): Promise<Result> {
    const deadline = Date.now() + patience
    for (;;) {
      try {
        return await action(await findOne(query))
      } catch (error) {
        if (Date.now() > deadline) throw error
        await setTimeout(pause)
      }
    }
  }

  async function press(...keys: string[]) {
    await driver.switchTo().window(handle)
    await driver
      .actions()
      .sendKeys(...keys)
      .perform()
  }

  async function fill(element: WebElement, text: string) {
    await element.click()
    const { CONTROL } = Key
    await driver.actions().keyDown(CONTROL).sendKeys('a').keyUp(CONTROL).perform()
    await press(text)
  }

  const locate = (query: Query) => ({
    waitFor: async () => act(query, async () => undefined),
    click: async () => act(query, async (element) => element.click()),
    fill: async (text: string) => act(query, async (element) => fill(element, text)),
    /** Sets the option by script, because keys are unreliable in WebKitGTK's native list. */
    selectOption: async (label: string) =>
      act(query, async (element) => evaluate(chooseOption, element, label)),
    attribute: async (name: string) =>
      act(query, async (element) => (await element.getAttribute(name)) ?? ''),
    allTexts: async () => (await find(query)).map(({ text }) => text),
  })

  return {
    getByRole: (role: string, name?: string) => locate({ by: 'role', role, name }),
    getByLabel: (label: string) => locate({ by: 'label', label }),
    getByText: (text: string) => locate({ by: 'text', text }),
    goto: async (path: string) => load(async () => driver.get(new URL(path, origin).href)),
    reload: async () => load(async () => driver.navigate().refresh()),
    evaluate,
    /** Types characters, or presses the special keys of `Key`, in the focused element. */
    press,
    /** Returns the accessible name of the focused element. */
    async focusedName() {
      await driver.switchTo().window(handle)
      return driver.switchTo().activeElement().getAccessibleName()
    },
    /** Returns uncaught errors, unhandled rejections, CSP violations and console errors so far. */
    complaints,
  }
}
