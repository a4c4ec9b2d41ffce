import { setTimeout } from 'node:timers/promises'
import type { Browser, CDPSession, Page, Request } from '@playwright/test'
import { recordPage, submitEarly } from './inPage.ts'
import { account } from './startCognito.ts'

/** Slow network: 1.6 Mbit/s in both directions, and 150 ms to the first byte. */
const slowNetwork = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 1_600_000 / 8,
}

/** Pause between the steps of a click, as of a finger: without it they would share one task. */
const clickStepMs = 80

/** Time without a request after which a page is idle. */
const idleMs = 500

const timeoutMs = 60_000

export interface Conditions {
  /** Times that the page's main thread is slower. */
  cpu: 1 | 4
  slow?: boolean
  script?: 'recordPage' | 'submitEarly'
}

/**
 * A page in a context of its own: nothing cached, nothing stored. Commands go over the DevTools protocol, and no
 * script of Playwright runs in the page: it would take its time on the thread that is measured.
 */
export interface MeasuredPage extends AsyncDisposable {
  page: Page
  session: CDPSession
  /** Every request so far, those of workers included; preflights are not among them. */
  requests: Request[]
  slowDown: (cpu: Conditions['cpu']) => Promise<void>
  /** Evaluates an expression in the page, and waits if it is a promise. */
  evaluate: (expression: string) => Promise<unknown>
  number: (expression: string) => Promise<number>
  /** Resolves when no request has been open for half a second and the main thread is idle. */
  idle: () => Promise<void>
  /** Clicks the middle of an element, by the mouse. */
  click: (selector: string) => Promise<void>
}

/** Opens an empty page under these conditions. */
export async function openPage(browser: Browser, conditions: Conditions): Promise<MeasuredPage> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  // esbuild, which runs this file, names functions by this helper.
  await page.addInitScript({ content: 'globalThis.__name = (named) => named' })
  if (conditions.script === 'recordPage') await page.addInitScript(recordPage, account.email)
  if (conditions.script === 'submitEarly') await page.addInitScript(submitEarly, account)
  const requests: Request[] = []
  const open = new Set<Request>()
  let lastChange = performance.now()
  page.on('request', (request) => {
    requests.push(request)
    open.add(request)
    lastChange = performance.now()
  })
  const close = (request: Request) => {
    open.delete(request)
    lastChange = performance.now()
  }
  page.on('requestfinished', close)
  page.on('requestfailed', close)
  await session.send('Network.enable')

  const slowDown = async (rate: Conditions['cpu']) => {
    await session.send('Emulation.setCPUThrottlingRate', { rate })
  }

  async function evaluate(expression: string): Promise<unknown> {
    const answer = await session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      timeout: timeoutMs,
    })
    if (answer.exceptionDetails) {
      throw new Error(answer.exceptionDetails.exception?.description ?? expression)
    }
    return answer.result.value
  }

  async function number(expression: string): Promise<number> {
    const found = await within(evaluate(expression), expression)
    if (typeof found !== 'number') throw new Error(`${expression} is no number: ${String(found)}`)
    return found
  }

  async function idle(): Promise<void> {
    while (open.size > 0 || performance.now() - lastChange < idleMs) await setTimeout(50)
    await evaluate('new Promise((resolve) => requestIdleCallback(() => resolve()))')
  }

  async function click(selector: string): Promise<void> {
    const found = await evaluate(`(() => {
      const box = document.querySelector(${JSON.stringify(selector)})?.getBoundingClientRect()
      return box ? [box.x + box.width / 2, box.y + box.height / 2] : undefined
    })()`)
    if (!Array.isArray(found)) throw new Error(`There is no ${selector} in ${page.url()}`)
    await page.mouse.move(Number(found[0]), Number(found[1]))
    await setTimeout(clickStepMs)
    await page.mouse.down()
    await setTimeout(clickStepMs)
    await page.mouse.up()
  }

  await slowDown(conditions.cpu)
  if (conditions.slow) await session.send('Network.emulateNetworkConditions', slowNetwork)
  const dispose = async () => context.close()
  return {
    page,
    session,
    requests,
    slowDown,
    evaluate,
    number,
    idle,
    click,
    [Symbol.asyncDispose]: dispose,
  }
}

/** Resolves as the promise, or rejects after a minute. */
export async function within<Value>(promise: Promise<Value>, what: string): Promise<Value> {
  const timer = new AbortController()
  const late = async () => {
    await setTimeout(timeoutMs, undefined, { signal: timer.signal, ref: false })
    throw new Error(`Waited in vain for ${what}`)
  }
  try {
    return await Promise.race([promise, late()])
  } finally {
    timer.abort()
  }
}
