import { test as base } from '@playwright/test'
import { type CognitoEndpoint, findCognito } from './cognitoEndpoint.ts'
import { type TestPool, makeCognito } from './makeCognito.ts'

interface Fixtures {
  /** What differs from a careful pool and client, in the words of CreateUserPool(Client). */
  poolSettings: Record<string, unknown>
  clientSettings: Record<string, unknown>
  /** The user pool of this test alone. */
  cognito: TestPool
}

/** What a test needs in any browser. */
export const test = base.extend<Fixtures, { cognitoEndpoint: CognitoEndpoint }>({
  poolSettings: [{}, { option: true }],
  clientSettings: [{}, { option: true }],

  cognitoEndpoint: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from it what a fixture needs
    async ({}, use, { project }) => {
      await use(await findCognito(project.use.baseURL ?? ''))
    },
    { scope: 'worker' },
  ],

  cognito: async ({ cognitoEndpoint, poolSettings, clientSettings }, use) => {
    const cognito = await makeCognito(cognitoEndpoint, poolSettings, clientSettings)
    await use(cognito)
    await cognito.faults()
    await cognito.call('DeleteUserPool', {})
  },
})
