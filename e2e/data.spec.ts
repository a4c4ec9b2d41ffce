import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from '#e2e/support/fixtures.ts'
import type { TestPool } from '#e2e/support/makeCognito.ts'
import { configure, expectAccount, expectPage, password, signIn } from '#e2e/support/pages.ts'

/** Signs in, and opens the data page. */
async function open(portal: Page, cognito: TestPool): Promise<string> {
  await cognito.createGroup('members')
  const email = await cognito.createUser({
    password,
    attributes: { given_name: 'Ada' },
    groups: ['members'],
  })
  await portal.goto('/account/data')
  await signIn(portal, email)
  await expectPage(portal, 'Your data')
  return email
}

/** Presses the button and reads what the browser saved. */
async function download(portal: Page, button = portal.getByRole('button', { name: 'Download' })) {
  const saving = portal.waitForEvent('download')
  await button.click()
  const saved = await saving
  const content: unknown = JSON.parse(await readFile(await saved.path(), 'utf8'))
  return { name: saved.suggestedFilename(), content }
}

const deleteButton = (page: Page) => page.getByRole('button', { name: 'Delete the account…' })
const dialogOf = (page: Page) =>
  page.getByRole('alertdialog', { name: 'Delete your account for good?' })

test('downloads all data of the account in one file', async ({ portal, cognito, axe }) => {
  await configure(portal, cognito, { portal: { name: 'Harbour & Bank' } })
  await cognito.call('SetUserPoolSessionConfiguration', {
    UserSessionTracking: 'ENABLED',
    TokenSession: { MaxPerUser: 20 },
  })
  const email = await open(portal, cognito)
  await axe()
  const { name, content } = await download(portal)
  expect(name).toMatch(/^harbour-bank-\d{4}-\d\d-\d\d\.json$/)
  expect(content).toMatchObject({
    format: 'gatehouse-account',
    version: 1,
    exportedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    portal: { name: 'Harbour & Bank', address: new URL(portal.url()).origin },
    account: {
      details: { UserAttributes: expect.arrayContaining([{ Name: 'email', Value: email }]) },
      waysToSignIn: { ConfiguredUserAuthFactors: expect.arrayContaining(['PASSWORD']) },
      passkeys: [],
      sessions: [{ CreateDate: expect.stringMatching(/^\d{4}-.*Z$/) }],
      groupsAndClaims: {
        groups: ['members'],
        claims: { id: { email }, access: { token_use: 'access' } },
      },
    },
    notRead: [{ part: 'devices', code: 'misconfigured', reason: 'This service does not use it.' }],
  })
  await expect(portal.getByText(`Saved as ${name}.`).last()).toBeVisible()
  await expect(portal.getByText('The file is not complete')).toHaveCount(0)
  await axe()
})

test('names the data that could not be read, on the page and in the file', async ({
  portal,
  cognito,
  axe,
}) => {
  await open(portal, cognito)
  await cognito.faults({ operation: 'ListWebAuthnCredentials', times: 1, status: 500, body: 'no' })
  const { content } = await download(portal)
  expect(content).toMatchObject({
    notRead: expect.arrayContaining([
      {
        part: 'passkeys',
        code: 'serviceUnavailable',
        reason: 'The service is having trouble. Try again in a few minutes.',
      },
    ]),
  })
  await expect(portal.getByText('Missing: your passkeys.')).toBeVisible()
  await axe()
  await download(portal)
  await expect(portal.getByText('The file is not complete')).toHaveCount(0)
})

test('saves no file when no data could be read', async ({ portal, cognito, axe }) => {
  await open(portal, cognito)
  const operations = [
    'GetUser',
    'GetUserAuthFactors',
    'ListDevices',
    'ListWebAuthnCredentials',
    'ListUserSessions',
  ]
  await cognito.faults(
    ...operations.map((operation) => ({ operation, times: 1, status: 500, body: 'no' })),
  )
  let saved = 0
  portal.on('download', () => (saved += 1))
  await portal.getByRole('button', { name: 'Download' }).click()
  await expect(portal.getByText('Your data could not be read')).toBeVisible()
  expect(saved).toBe(0)
  await axe()
})

test('deletes the account after its address was typed, and signs out every tab', async ({
  portal,
  cognito,
  axe,
}) => {
  const email = await open(portal, cognito)
  const second = await portal.context().newPage()
  await second.goto('/account')
  await expectAccount(second, email)

  await deleteButton(portal).click()
  const dialog = dialogOf(portal)
  await expect(dialog.getByRole('button', { name: 'Download' })).toBeFocused()
  await axe()
  await portal.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(deleteButton(portal)).toBeFocused()

  await portal.keyboard.press('Enter')
  const { name } = await download(portal, dialog.getByRole('button', { name: 'Download' }))
  await expect(dialog.getByText(`Saved as ${name}.`).last()).toBeVisible()
  const field = dialog.getByLabel(`Type ${email} to confirm`)
  await field.fill('somebody@example.com')
  await portal.keyboard.press('Enter')
  await expect(dialog.getByText(`That is not ${email}.`)).toBeVisible()
  await expect(field).toBeFocused()
  await axe()

  // In capitals, with spaces, and with the direction marks that come with text copied from right to left.
  await field.fill(` \u200F${email.toUpperCase().replace('@', ' @ ')}\u2069 `)
  await dialog.getByRole('button', { name: 'Delete for good' }).click()
  await expectPage(portal, 'Your account is deleted')
  await expect(portal).toHaveURL('/goodbye')
  await axe()
  await expectPage(second, 'Your account is deleted')

  await portal.reload()
  await expectPage(portal, 'Your account is deleted')
  const kept = await portal.evaluate(async () => {
    const databases = await indexedDB.databases()
    const records = databases.map(async ({ name: database = '' }) => {
      const opening = indexedDB.open(database)
      await new Promise((resolve) => opening.addEventListener('success', resolve))
      const reading = opening.result.transaction('session').objectStore('session').getAllKeys()
      await new Promise((resolve) => reading.addEventListener('success', resolve))
      return reading.result
    })
    return {
      records: (await Promise.all(records)).flat(),
      local: Object.keys(localStorage),
      tab: JSON.stringify(sessionStorage),
    }
  })
  expect(kept.records).toEqual(['key'])
  expect(kept.local).toEqual([])
  expect(kept.tab).not.toContain('@')

  await portal.getByRole('link', { name: 'Go to sign-in' }).click()
  await expectPage(portal, 'Sign in')
  await signIn(portal, email)
  await expect(portal.getByText('That e-mail address or password is not right.')).toBeVisible()
})

test('shows an error in the dialog when Cognito refuses, and keeps the account', async ({
  portal,
  cognito,
  axe,
}) => {
  const email = await open(portal, cognito)
  await deleteButton(portal).click()
  const dialog = dialogOf(portal)
  await dialog.getByLabel(`Type ${email} to confirm`).fill(email)
  await cognito.faults({ operation: 'DeleteUser', times: 1, type: 'TooManyRequestsException' })
  await dialog.getByRole('button', { name: 'Delete for good' }).click()
  await expect(dialog.getByText('It is very busy right now.')).toBeVisible()
  await axe()
  await dialog.getByRole('button', { name: 'Keep the account' }).last().click()
  await expect(dialog).toBeHidden()
  await portal.goto('/account')
  await expectAccount(portal, email)
})

test('asks for the password when the sign-in is old, and again if it is old at the confirmation', async ({
  portal,
  cognito,
}) => {
  await portal.clock.install()
  const email = await open(portal, cognito)
  await portal.clock.fastForward(11 * 60_000)
  await deleteButton(portal).click()
  const asking = portal.getByRole('dialog', { name: 'Is it still you?' })
  await expect(asking).toBeVisible()
  await portal.keyboard.press('Escape')
  await expect(asking).toBeHidden()
  await expect(dialogOf(portal)).toBeHidden()

  const prove = async () => {
    await asking.getByLabel('Password', { exact: true }).fill(password)
    await asking.getByRole('button', { name: 'Go on' }).click()
  }
  await deleteButton(portal).click()
  await prove()
  await expect(dialogOf(portal)).toBeVisible()
  await portal.clock.fastForward(11 * 60_000)
  await dialogOf(portal).getByLabel(`Type ${email} to confirm`).fill(email)
  await portal.keyboard.press('Enter')
  await prove()
  await expectPage(portal, 'Your account is deleted')
})
