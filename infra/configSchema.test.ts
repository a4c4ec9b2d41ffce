import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { safeParse } from 'valibot'
import { portalConfigSchema } from '#config/schema.ts'
import { configSchemaText, schemaFile } from './configSchema.ts'

it('publishes the schema the portal checks with: else run `npm run config:schema`', async () => {
  expect(await readFile(schemaFile, 'utf8')).toBe(configSchemaText())
})

it('ships a config that asks the operator for exactly the three values of a pool', async () => {
  const shipped: unknown = JSON.parse(
    await readFile(new URL('../public/portal.config.json', import.meta.url), 'utf8'),
  )
  const { issues = [] } = safeParse(portalConfigSchema, shipped)
  const fields = issues.map((issue) => issue.path?.map(({ key }) => key).join('.'))
  expect(fields).toEqual(['cognito.region', 'cognito.userPoolId', 'cognito.userPoolClientId'])
})
