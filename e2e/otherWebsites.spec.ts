import { expect } from '@playwright/test'
import { test } from '#e2e/support/cognitoFixtures.ts'

const foreign = 'https://foreign.example/'

/** Sends requests from the page, as any website that is open in a developer's browser can. */
async function attempts({ endpoint, poolId }: { endpoint: string; poolId: string }) {
  async function attempt(path: string, init?: RequestInit) {
    try {
      return await (await fetch(new URL(path, endpoint), init)).text()
    } catch {
      return 'blocked'
    }
  }
  const signature =
    'AWS4-HMAC-SHA256 Credential=any/20260101/us-east-1/cognito-idp/aws4_request, ' +
    `SignedHeaders=host, Signature=${'0'.repeat(64)}`
  return {
    publicDocument: await attempt(`/${poolId}/.well-known/openid-configuration`),
    mail: await attempt('/_local/messages'),
    config: await attempt('/_local/config'),
    fault: await attempt('/_local/faults', {
      method: 'PUT',
      // Of no client, because it arrives: Playwright accepts every preflight of a page whose requests it intercepts.
      // `devtools.test.ts` shows that the preflight is refused.
      body: '[{"operation":"SignUp","clientId":"none","status":503,"times":1}]',
    }),
    users: await attempt('/', {
      method: 'POST',
      headers: {
        authorization: signature,
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AWSCognitoIdentityProviderService.ListUsers',
      },
      body: JSON.stringify({ UserPoolId: poolId }),
    }),
  }
}

test('another website reads no mail and no users, and frames no mailbox', async ({
  page,
  context,
  browserName,
  cognito,
  cognitoEndpoint,
}) => {
  test.skip(!cognitoEndpoint.isLocal, 'only the local Cognito has a mailbox')
  const { endpoint, poolId } = cognito
  const email = await cognito.createUser()
  await page.route(foreign, async (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Foreign</title>' }),
  )
  // Chromium asks the user first; other browsers, and users who have agreed once, let it through.
  if (browserName === 'chromium')
    await context.grantPermissions(['local-network-access'], { origin: foreign })
  await page.goto(foreign)
  const { publicDocument, users, ...others } = await page.evaluate(attempts, { endpoint, poolId })
  expect(publicDocument, 'the website reaches the local Cognito').toContain('"issuer"')
  expect(others).toEqual({ mail: 'blocked', config: 'blocked', fault: 'blocked' })
  expect(users).toContain('UnrecognizedClientException')
  expect(users).not.toContain(email)

  /** Frames an address. @returns the text of the frame once it has loaded, or failed to */
  async function frame(path: string) {
    await page.evaluate(async (src) => {
      const element = document.createElement('iframe')
      const loaded = new Promise((resolve) => element.addEventListener('load', resolve))
      element.src = src
      document.body.replaceChildren(element)
      await loaded
    }, new URL(path, endpoint).href)
    return page.frameLocator('iframe').locator('body').innerText()
  }
  expect(await frame(`/${poolId}/.well-known/openid-configuration`)).toContain('"issuer"')
  for (const path of ['/_local', '/_local/messages']) expect(await frame(path)).not.toContain(email)
})
