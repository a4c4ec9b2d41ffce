import type { Browser, Request } from '@playwright/test'
import { type Conditions, type MeasuredPage, openPage, within } from '#bench/measuredPage.ts'
import type { Site } from '#bench/sites.ts'
import { account } from '#bench/startCognito.ts'

/** One sign-in, from opening the page to the account page. Times are milliseconds, sizes are bytes after gzip -9. */
export interface SignInFigures {
  clickToDrawn: number
  /** Longest main-thread tasks that began before, and after, the first paint; 0 for none over 50 ms. */
  longestBeforePaint: number
  longestAfterPaint: number
  /** JavaScript until the email address is drawn, workers included. */
  scriptBytes: number
  scriptFiles: number
  /** JavaScript files among them that were asked for after the answer with the tokens. */
  scriptFilesAfterTokens: number
  /** JavaScript until the form was drawn and the page idle. */
  firstLoadBytes: number
  /** Requests from the moment the loaded page is idle to the drawn email address; no preflights. */
  requests: number
  /** From the challenge's arrival to its answer: the SRP arithmetic, in whatever thread. */
  proof: number
}

const passwordField = 'input[name=password]'

/**
 * Signs in on a page that was opened, filled in and pressed under the same conditions, by mouse and keyboard.
 * `clickToDrawn` is from the click on the button, on an idle page, to the end of the first frame that shows the
 * email address: in Gatehouse that of the details in `main` of the account page, in a peer that of its only page.
 */
export async function signIn(
  browser: Browser,
  site: Site,
  cpu: Conditions['cpu'],
): Promise<SignInFigures> {
  await using opened = await openPage(browser, { cpu, script: 'recordPage' })
  return await signInOn(opened, site)
}

/** Signs in on this page, and leaves it on the page of the signed-in user. */
export async function signInOn(opened: MeasuredPage, site: Site): Promise<SignInFigures> {
  const { page, requests, number } = opened
  const tokens = watchTokens(opened)
  await page.goto(site.signIn, { waitUntil: 'commit' })
  await within(opened.evaluate('bench.formReady'), `the form of ${site.name}`)
  await opened.idle()
  const beforeForm = requests.length
  await opened.click('input[name=username]')
  await page.keyboard.type(account.email)
  await opened.click(passwordField)
  await page.keyboard.type(account.password)
  await opened.idle()
  await opened.click(`form:has(${passwordField}) button[type=submit]`)
  const drawnAt = await number('bench.drawn')
  const untilDrawn = requests.slice()
  await opened.idle()
  const paint = await number("performance.getEntriesByName('first-contentful-paint')[0].startTime")
  const longest = async (condition: string) =>
    number(`Math.max(0, ...bench.longTasks
      .filter(({ start }) => start < ${drawnAt} && ${condition})
      .map(({ duration }) => duration))`)
  const scripts = untilDrawn.filter(isScript)
  return {
    clickToDrawn: drawnAt - (await number('bench.clickedAt')),
    longestBeforePaint: await longest(`start < ${paint}`),
    longestAfterPaint: await longest(`start >= ${paint}`),
    scriptBytes: bytesOf(scripts, site),
    scriptFiles: scripts.length,
    scriptFilesAfterTokens: untilDrawn.slice(tokens.requestsBefore()).filter(isScript).length,
    firstLoadBytes: bytesOf(requests.slice(0, beforeForm).filter(isScript), site),
    requests: untilDrawn.length - beforeForm,
    proof: tokens.proof(),
  }
}

const isScript = (request: Request) => new URL(request.url()).pathname.endsWith('.js')

const bytesOf = (requests: Request[], site: Site) =>
  requests.reduce((sum, request) => sum + site.sizeOf(new URL(request.url()).pathname), 0)

/** Watches the two requests of the SRP exchange, by the times at which the browser reports them. */
function watchTokens({ page, requests }: MeasuredPage) {
  let requestsBefore = 0
  let challenged = 0
  let answered = 0
  const actionOf = (request: Request) => request.headers()['x-amz-target']?.split('.')[1]
  page.on('request', (request) => {
    if (actionOf(request) === 'RespondToAuthChallenge') answered = performance.now()
  })
  page.on('response', (response) => {
    const action = actionOf(response.request())
    if (action === 'InitiateAuth') challenged = performance.now()
    if (action === 'RespondToAuthChallenge') requestsBefore = requests.length
  })
  return {
    requestsBefore: () => {
      if (requestsBefore === 0) throw new Error('No tokens came')
      return requestsBefore
    },
    proof: () => answered - challenged,
  }
}
