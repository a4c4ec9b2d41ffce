import { expect, test } from './fixtures.ts'
import { openPage } from './openPage.ts'

// Tests the checks that run around each test.

test('records errors, rejections, console errors and CSP violations, also across a reload', async ({
  driver,
  origin,
}) => {
  const page = await openPage(driver, origin)
  await page.goto('/sign-in')
  expect(await page.complaints()).toEqual([])
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error('an error')
    })
    void Promise.reject(new Error('a rejection'))
    console.error('a console error')
    new Image().src = 'https://foreign.example/picture.png'
  })
  await expect.poll(page.complaints).toHaveLength(4)
  await page.reload()
  expect((await page.complaints()).toSorted()).toEqual([
    'CSP: img-src blocked https://foreign.example/picture.png',
    'console: a console error',
    expect.stringMatching(/^uncaught: .*an error$/),
    'unhandled rejection: Error: a rejection',
  ])
})

test('serves the production build with its headers, and the config of its own pool', async ({
  origin,
  baseURL,
  cognito,
}) => {
  for (const path of ['/sign-in', '/favicon.svg', '/portal.config.json', '/assets/none.js']) {
    const [ours, preview] = await Promise.all([
      fetch(new URL(path, origin)),
      fetch(new URL(path, baseURL)),
    ])
    const headersOf = ({ headers }: Response) =>
      [...headers].filter(([name]) => !['date', 'content-length'].includes(name))
    expect(ours.status).toBe(preview.status)
    expect(headersOf(ours)).toEqual(headersOf(preview))
    expect(headersOf(ours).map(([name]) => name)).toContain('content-security-policy')
    const [body, original] = await Promise.all([ours.text(), preview.text()])
    if (path === '/portal.config.json') expect(body).toContain(cognito.clientId)
    else expect(body).toBe(original)
  }
})
