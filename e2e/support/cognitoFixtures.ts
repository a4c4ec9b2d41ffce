import { test as base } from '@playwright/test'
import { type CognitoEndpoint, findCognito } from './cognitoEndpoint.ts'
import { type TestPool, makeCognito } from './makeCognito.ts'

interface Fixtures {
  /** Differences from the default pool and client, as in CreateUserPool and CreateUserPoolClient. */
  poolSettings: Record<string, unknown>
  clientSettings: Record<string, unknown>
  /** User pool of this test only. */
  cognito: TestPool
}

/** Fixtures for tests in any browser. */
export const test = base.extend<Fixtures, { cognitoEndpoint: CognitoEndpoint }>({
  poolSettings: [{}, { option: true }],
  clientSettings: [{}, { option: true }],

  cognitoEndpoint: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the dependencies of a fixture from it
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
