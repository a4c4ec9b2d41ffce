import type { Page } from '@playwright/test'
import { expect, test } from '#e2e/support/fixtures.ts'
import type { TestPool } from '#e2e/support/makeCognito.ts'
import { configure, expectAccount, expectPage, password, signIn } from '#e2e/support/pages.ts'

const always = { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: false }
const ifTrusted = { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: true }

const question = 'Trust this device?'

/** Creates a user in a pool that requires a code by email. */
async function createUserWithMfa(cognito: TestPool): Promise<string> {
  const EmailMfaConfiguration = { Subject: 'Your code', Message: 'It is {####}' }
  await cognito.call('SetUserPoolMfaConfig', { MfaConfiguration: 'ON', EmailMfaConfiguration })
  return cognito.createUser({ password })
}

async function giveCode(page: Page, cognito: TestPool, email: string) {
  await expectPage(page, 'Check your messages')
  await page.getByLabel('Code').fill(await cognito.mail(email))
  await page.getByRole('button', { name: 'Continue' }).click()
}

async function signOut(page: Page) {
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expectPage(page, 'Sign in')
}

/** Signs in for the first time, with the code. */
async function signInForTheFirstTime(page: Page, cognito: TestPool) {
  const email = await createUserWithMfa(cognito)
  await page.goto('/account')
  await signIn(page, email)
  await giveCode(page, cognito, email)
  return email
}

/** Records the bodies of the requests for this action, from now on. */
function requestsOf(page: Page, action: string) {
  const bodies: string[] = []
  page.context().on('request', (request) => {
    if (request.headers()['x-amz-target']?.endsWith(`.${action}`))
      bodies.push(request.postData() ?? '')
  })
  return bodies
}

const keyIn = (body: string | undefined) => /"DeviceKey":"([^"]+)"/.exec(body ?? '')?.[1]

test.describe('a pool that remembers trusted devices', () => {
  test.use({ poolSettings: { DeviceConfiguration: ifTrusted } })

  test('needs no code at the next sign-in after a yes', async ({ portal, cognito, axe }) => {
    const confirmations = requestsOf(portal, 'ConfirmDevice')
    const email = await signInForTheFirstTime(portal, cognito)
    await expectPage(portal, question)
    await expect(portal).toHaveURL(/^[^?]*\/sign-in\/device/)
    await axe()
    const busy = { type: 'TooManyRequestsException', message: 'Rate exceeded' }
    await cognito.faults({ operation: 'UpdateDeviceStatus', times: 1, ...busy })
    await portal.getByRole('button', { name: 'Yes, trust it' }).click()
    await expect(portal.getByRole('alert')).toBeVisible()
    await axe()
    await portal.getByRole('button', { name: 'Yes, trust it' }).click()
    await expectAccount(portal, email)
    await expect(portal).toHaveURL('/account')
    expect(confirmations[0]).toMatch(/"DeviceName":"Chrome on \w+"/)

    await signOut(portal)
    await signIn(portal, email)
    await expectAccount(portal, email)
  })

  test('needs a code again after a no, and does not repeat the question', async ({
    portal,
    cognito,
  }) => {
    const email = await signInForTheFirstTime(portal, cognito)
    await portal.getByRole('button', { name: 'Not now' }).click()
    await expectAccount(portal, email)
    await signOut(portal)
    await signIn(portal, email)
    await giveCode(portal, cognito, email)
    await expectAccount(portal, email)
  })

  test('keeps the session when the question is left by a reload, and asks at the next sign-in', async ({
    portal,
    cognito,
  }) => {
    const email = await signInForTheFirstTime(portal, cognito)
    await expectPage(portal, question)
    await portal.reload()
    await expectAccount(portal, email)
    await signOut(portal)
    await signIn(portal, email)
    await giveCode(portal, cognito, email)
    await expectPage(portal, question)
    await portal.getByRole('button', { name: 'Yes, trust it' }).click()
    await expectAccount(portal, email)
  })
})

test.describe('a pool that remembers every device', () => {
  test.use({ poolSettings: { DeviceConfiguration: always } })

  test('asks for a code once, and again after Cognito forgot the device', async ({
    portal,
    cognito,
  }) => {
    const confirmations = requestsOf(portal, 'ConfirmDevice')
    const email = await signInForTheFirstTime(portal, cognito)
    await expectAccount(portal, email)
    await signOut(portal)
    await signIn(portal, email)
    await expectAccount(portal, email)
    await signOut(portal)

    const DeviceKey = keyIn(confirmations[0])
    await cognito.call('AdminForgetDevice', { Username: email, DeviceKey })
    await signIn(portal, email)
    await giveCode(portal, cognito, email)
    await expectAccount(portal, email)
    expect(keyIn(confirmations[1])).not.toBe(DeviceKey)
  })

  test('renews the session with the device it was issued to', async ({ portal, cognito }) => {
    const confirmations = requestsOf(portal, 'ConfirmDevice')
    const renewals = requestsOf(portal, 'GetTokensFromRefreshToken')
    const email = await signInForTheFirstTime(portal, cognito)
    await expectAccount(portal, email)
    const expired = { type: 'NotAuthorizedException', message: 'Access Token has expired' }
    await cognito.faults({ operation: 'GetUser', status: 400, times: 1, ...expired })
    await portal.reload()
    await expectAccount(portal, email)
    expect(renewals.map((body) => keyIn(body))).toEqual([keyIn(confirmations[0])])
  })
})

test.describe('a pool with a custom challenge', () => {
  test.use({
    poolSettings: {
      DeviceConfiguration: always,
      LambdaConfig: { DefineAuthChallenge: 'local:secret-question' },
    },
    clientSettings: { ExplicitAuthFlows: ['ALLOW_CUSTOM_AUTH'] },
  })

  test('uses the same device at each sign-in', async ({ portal, cognito }) => {
    const confirmations = requestsOf(portal, 'ConfirmDevice')
    const email = await cognito.createUser({ password })
    await configure(portal, cognito, { signIn: { flow: 'CUSTOM_AUTH' } })
    await portal.goto('/account')
    for (let visits = 0; visits < 2; visits += 1) {
      await signIn(portal, email)
      await expectPage(portal, 'One more question')
      await portal.locator('#answer').fill('sesame')
      await portal.getByRole('button', { name: 'Continue' }).click()
      await expectAccount(portal, email)
      await signOut(portal)
    }
    expect(confirmations).toHaveLength(1)
  })
})
