import { expect, test } from '#e2e/support/fixtures.ts'
import { watchConsole } from '#e2e/support/watchConsole.ts'
import { watchTokens } from '#e2e/support/watchTokens.ts'

// Tests the checks that run after each end-to-end test: each must catch what it looks for.

/** Places where a page could leak the token. The sign-in runs in a worker, so no page has it before. */
const plants: Record<string, (token: string) => unknown> = {
  DOM: (token) => document.body.append(token),
  'form fields': (token) => {
    const input = document.createElement('input')
    document.body.append(input)
    input.value = token
  },
  'visited URL': (token) => {
    history.replaceState(undefined, '', `#${token}`)
    history.replaceState(undefined, '', '#')
  },
  history: (token) => {
    history.pushState(undefined, '', `#${token}`)
    history.pushState(undefined, '', '#')
  },
  URL: (token) => history.replaceState(undefined, '', `#${token}`),
  'history.state': (token) => history.replaceState({ token }, ''),
  'window.name': (token) => {
    // oxlint-disable-next-line no-restricted-properties -- the leak that this test is about
    window.name = token
  },
  localStorage: (token) => localStorage.setItem('a', token),
  sessionStorage: (token) => sessionStorage.setItem('a', token),
  cookies: async (token) => cookieStore.set('a', token.slice(token.lastIndexOf('.') + 1)),
  console: (token) => console.log(token),
  'message to the page': (token) => {
    const { port1, port2 } = new MessageChannel()
    port1.start()
    port2.postMessage({ deep: [new Map([['a', token]])] })
  },
  IndexedDB: async (token) =>
    new Promise((resolve) => {
      const opening = indexedDB.open('a')
      opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('b'))
      opening.addEventListener('success', () => {
        const writing = opening.result.transaction('b', 'readwrite')
        writing.objectStore('b').put({ token }, 1)
        writing.addEventListener('complete', () => {
          opening.result.close()
          resolve(undefined)
        })
      })
    }),
}

const password = 'Correct-Horse-1'

test.describe('the token scan', () => {
  test.use({ clientSettings: { ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] } })

  test('catches a token in each place', async ({ browser, browserName, baseURL, cognito }) => {
    // A context of its own, because the fixture would fail this test.
    const context = await browser.newContext({ baseURL: baseURL ?? '' })
    const watch = await watchTokens(context)
    const page = await context.newPage()
    // A page without a CSP may start this worker.
    await page.goto(`${cognito.endpoint}/_local/config`)
    const email = await cognito.createUser({ password })
    const token = await page.evaluate(signInFromWorker, {
      endpoint: cognito.endpoint,
      ClientId: cognito.clientId,
      AuthParameters: { USERNAME: email, PASSWORD: password },
    })
    await expect.poll(() => watch.issued()).toBe(3)
    expect(await watch.leaks()).toEqual([])
    for (const [place, plant] of Object.entries(plants)) {
      // Only Chromium exposes its history; in others, visited addresses are recorded.
      const found = place === 'history' && browserName !== 'chromium' ? 'visited URL' : place
      const countLeaks = async () =>
        (await watch.leaks()).filter((leak) => leak.place === found && leak.token === 'AccessToken')
          .length
      await test.step(place, async () => {
        const before = await countLeaks()
        await page.evaluate(plant, token.slice(token.lastIndexOf('.') + 1))
        await expect.poll(countLeaks).toBeGreaterThan(before)
      })
    }
    await context.close()
  })
})

test('the token scan records the tokens of the vault, and finds none in the page', async ({
  portal,
  cognito,
  tokens,
}) => {
  const email = await cognito.createUser({ password })
  await portal.goto('/sign-in')
  await portal.getByLabel('E-mail address').fill(email)
  await portal.getByLabel('Password', { exact: true }).fill(password)
  await portal.getByRole('button', { name: 'Sign in' }).click()
  await expect(portal).toHaveURL('/account')
  await expect.poll(() => tokens.issued()).toBe(3)
  expect(await tokens.leaks()).toEqual([])
})

/** Runs in the page. @returns the access token, which the worker stores in a cache. */
async function signInFromWorker(given: {
  endpoint: string
  ClientId: string
  AuthParameters: Record<string, string>
}): Promise<string> {
  const { endpoint, ...input } = given
  const code = `
    fetch(${JSON.stringify(endpoint)}, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
      },
      body: ${JSON.stringify(JSON.stringify({ AuthFlow: 'USER_PASSWORD_AUTH', ...input }))},
    }).then((answer) => answer.json()).then(async ({ AuthenticationResult }) => {
      const cache = await caches.open('handover')
      await cache.put('${endpoint}/token', new Response(AuthenticationResult.AccessToken))
    })`
  // oxlint-disable-next-line no-new -- a worker runs whether or not someone holds it
  new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })))
  for (;;) {
    const found = await caches.match('/token')
    if (found) {
      await caches.delete('handover')
      return found.text()
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 20)
    })
  }
}

test.describe('the console watch', () => {
  test('catches errors, warnings, exceptions and CSP violations', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL: baseURL ?? '' })
    const watch = await watchConsole(context, 'http://nowhere.example')
    await watchTokens(context)
    const page = await context.newPage()
    await page.goto('/robots.txt')
    await page.evaluate(() => {
      console.error('an error')
      console.warn('a warning')
      setTimeout(() => {
        throw new Error('an exception')
      })
      const picture = document.createElement('img')
      picture.src = 'https://elsewhere.example/a.png'
      document.body.append(picture)
    })
    await expect
      .poll(() => watch.problems().join('\n'))
      .toMatch(/an error[^]*a warning[^]*an exception/)
    await expect.poll(() => watch.problems().join('\n')).toMatch(/CSP: img-src blocked/)
    await context.close()
  })

  test('accepts an expected complaint, and reports one that did not happen', async ({
    browser,
  }) => {
    const context = await browser.newContext()
    const watch = await watchConsole(context, 'http://nowhere.example')
    const page = await context.newPage()
    watch.expect(/foreseen/)
    expect(watch.problems()).toEqual(['expected, but did not happen: /foreseen/'])
    await page.evaluate(() => console.error('foreseen'))
    await expect.poll(() => watch.problems()).toEqual([])
    await context.close()
  })
})
