import type { BrowserContext, Page, Response } from '@playwright/test'
import { recordMessages } from './recordMessages.ts'

/** A token that a page could read, and where. */
interface Leak {
  token: string
  place: string
}

export interface TokenWatch {
  /** Number of tokens that Cognito has issued to this browser so far. */
  issued: () => number
  leaks: () => Promise<Leak[]>
}

/**
 * Records every token that Cognito issues to a browser, in any thread, and finds those that a page could read.
 */
export async function watchTokens(context: BrowserContext): Promise<TokenWatch> {
  /** Token to its name in Cognito's response. */
  const tokens = new Map<string, string>()
  const recorded: { place: string; text: string }[] = []
  const reading: Promise<void>[] = []

  context.on('response', (response) => reading.push(collect(response, tokens)))
  context.on('console', (message) => recorded.push({ place: 'console', text: message.text() }))
  context.on('page', (page) => {
    page.on('framenavigated', (frame) => recorded.push({ place: 'visited URL', text: frame.url() }))
  })
  await context.exposeBinding('onPageMessage', (_, text: string) => {
    recorded.push({ place: 'message to the page', text })
  })
  await context.addInitScript(recordMessages)

  return {
    issued: () => tokens.size,
    async leaks() {
      await Promise.all(reading)
      const found = await Promise.all(context.pages().map(async (page) => readPage(page)))
      const cookies = { place: 'cookies', text: JSON.stringify(await context.cookies()) }
      const places = [...recorded, ...found.flat(), cookies]
      return [...tokens].flatMap(([token, name]) =>
        places
          .filter(({ text }) => text.includes(token) || text.includes(signature(token)))
          .map(({ place }) => ({ token: name, place })),
      )
    },
  }
}

/** Returns the signature of a token, which identifies it even when the token was split. */
function signature(token: string): string {
  return token.slice(token.lastIndexOf('.') + 1)
}

async function collect(response: Response, tokens: Map<string, string>): Promise<void> {
  const request = response.request()
  const action = request.headers()['x-amz-target']
  if (!action || request.method() !== 'POST' || !response.ok()) return
  // An incomplete response contains no whole token.
  if (!(await isComplete(response))) return
  const body: unknown = JSON.parse((await textOf(response)) || '{}')
  for (const [name, value] of members(body)) {
    if (/^(Access|Id|Refresh)Token$/.test(name)) tokens.set(value, name)
  }
}

/** Waits for the end of a response. Playwright never reports it if the page was left before. */
async function isComplete(response: Response): Promise<boolean> {
  const isLeft = () => true
  const left = response
    .frame()
    .page()
    .waitForEvent('domcontentloaded', { timeout: 0 })
    .then(isLeft, isLeft)
  return (await Promise.race([response.finished(), left])) === null
}

/** Returns the body of a response; empty if the browser dropped it with its page. */
async function textOf(response: Response): Promise<string> {
  try {
    return await response.text()
  } catch (error) {
    if (/No (data|resource) .*identifier|has been closed|body is unavailable/.test(String(error)))
      return ''
    throw error
  }
}

/** Returns every string in a response with its name, at any depth. */
function members(value: unknown, name = ''): [name: string, text: string][] {
  if (typeof value === 'string') return [[name, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => members(inner, key))
}

/**
 * Returns the addresses in the history. Only Chromium exposes them, and not of a persistent context; elsewhere
 * `framenavigated` has recorded them.
 */
async function historyOf(page: Page): Promise<unknown[]> {
  const context = page.context()
  if (context.browser()?.browserType().name() !== 'chromium') return []
  const session = await context.newCDPSession(page)
  const { entries } = await session.send('Page.getNavigationHistory')
  await session.detach()
  return entries
}

async function readPage(page: Page): Promise<{ place: string; text: string }[]> {
  // A blank page throws on access to storage.
  if (!page.url().startsWith('http')) return []
  const visited = await historyOf(page)
  const inPage = await page.evaluate(async () => {
    const decoder = new TextDecoder('latin1')
    const text = (value: unknown): string => {
      if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return decoder.decode(value)
      if (typeof value !== 'object' || value === null) return String(value)
      return Object.values(value).map(text).join(' ')
    }
    const done = async <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(new Error(String(request.error))))
      })
    /** False if the user blocks site data: access to storage throws then. */
    const mayStore = (): boolean => {
      try {
        return localStorage instanceof Storage
      } catch (error) {
        if (error instanceof DOMException && error.name === 'SecurityError') return false
        throw error
      }
    }
    const databases = async (): Promise<string> => {
      const kept: string[] = []
      for (const { name = '' } of await indexedDB.databases()) {
        const database = await done(indexedDB.open(name))
        for (const store of database.objectStoreNames) {
          kept.push(text(await done(database.transaction(store).objectStore(store).getAll())))
        }
        database.close()
      }
      return kept.join(' ')
    }
    const inputs = [...document.querySelectorAll('input, textarea')]
    return {
      DOM: document.documentElement.outerHTML,
      'form fields': inputs.map((input) => ('value' in input ? String(input.value) : '')).join(' '),
      // oxlint-disable-next-line no-restricted-properties -- the scan checks that it is not used
      'window.name': window.name,
      'history.state': JSON.stringify([history.state]),
      ...(mayStore() && {
        localStorage: JSON.stringify(Object.entries(localStorage)),
        sessionStorage: JSON.stringify(Object.entries(sessionStorage)),
        IndexedDB: await databases(),
      }),
    }
  })
  return Object.entries({
    ...inPage,
    URL: page.url(),
    history: JSON.stringify(visited),
  }).map(([place, text]) => ({ place, text }))
}
