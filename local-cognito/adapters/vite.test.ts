import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createServer, type InlineConfig, preview } from 'vite'
import { afterEach, expect, test, vi } from 'vitest'
import { temporaryFolder } from '#test/support/temporaryFolder.ts'
import { localCognito } from './vite.ts'

const operators = {
  cognito: { region: 'eu-central-1', userPoolId: 'eu-central-1_Real', userPoolClientId: 'real' },
  portal: { name: 'Acme' },
  session: { storage: 'memory' },
  hosts: { 'login.example.com': { cognito: { userPoolClientId: 'another' } } },
}

afterEach(() => vi.unstubAllEnvs())

/** A project with an operator's config, and a plugin on any free port. */
async function project() {
  const folder = await temporaryFolder()
  await mkdir(join(folder.path, 'public'))
  await mkdir(join(folder.path, 'dist'))
  const config = join(folder.path, 'public/portal.config.json')
  await writeFile(config, JSON.stringify(operators))
  const plugin = localCognito({ port: 0 })
  const settings = {
    root: folder.path,
    configFile: false,
    logLevel: 'silent',
    plugins: [plugin],
    server: { port: 0, ws: false },
    preview: { port: 0 },
  } satisfies InlineConfig
  return { folder, config, plugin, settings, state: join(folder.path, '.local-cognito/state.json') }
}

const readConfig = async (urls: { local: string[] } | null) => {
  const response = await fetch(`${urls?.local[0]}portal.config.json`)
  return response.text()
}

test("dev server: serves the local pool's settings, and otherwise the operator's", async () => {
  const { folder, plugin, settings, state } = await project()
  await using _ = folder
  const server = await createServer(settings)
  await server.listen()
  const endpoint = plugin.api.endpoint()
  expect(JSON.parse(await readConfig(server.resolvedUrls))).toMatchObject({
    cognito: { userPoolId: 'us-east-1_Gatehouse', userPoolClientId: 'gatehouselocal', endpoint },
    portal: { name: 'Acme' },
    api: { origins: ['self'], me: '/api/me' },
    signUp: { attributes: ['given_name'] },
    session: { storage: 'memory', refreshTokenValiditySeconds: 43_200 },
  })
  expect(JSON.parse(await readConfig(server.resolvedUrls))).not.toHaveProperty('hosts')
  expect(await readFile(state, 'utf8')).toContain('ada@example.com')

  await server.restart()
  const again = plugin.api.endpoint()
  expect(JSON.parse(await readConfig(server.resolvedUrls))).toMatchObject({
    cognito: { endpoint: again },
  })
  expect((await fetch(`${again}/_local`)).status).toBe(200)

  await server.close()
  expect(plugin.api.endpoint()).toBeUndefined()
  await expect(fetch(`${again}/_local`)).rejects.toThrow('fetch failed')
})

test('preview server, with the state in memory', async () => {
  vi.stubEnv('LOCAL_COGNITO_STATE', 'memory')
  const { folder, plugin, settings, state } = await project()
  await using _ = folder
  const server = await preview(settings)
  expect(JSON.parse(await readConfig(server.resolvedUrls))).toMatchObject({
    cognito: { endpoint: plugin.api.endpoint() },
  })
  await expect(readFile(state)).rejects.toThrow('ENOENT')
  await server.close()
  expect(plugin.api.endpoint()).toBeUndefined()
})

test('does nothing with --mode pool', async () => {
  const { folder, plugin, settings } = await project()
  await using _ = folder
  const server = await createServer({ ...settings, mode: 'pool' })
  await server.listen()
  expect(plugin.api.endpoint()).toBeUndefined()
  expect(JSON.parse(await readConfig(server.resolvedUrls))).toEqual(operators)
  await server.close()
})

test('serves a broken operator config unchanged', async () => {
  vi.stubEnv('LOCAL_COGNITO_STATE', 'memory')
  const { folder, config, settings } = await project()
  await using _ = folder
  await writeFile(config, '{"cognito":')
  const server = await createServer(settings)
  await server.listen()
  expect(await readConfig(server.resolvedUrls)).toBe('{"cognito":')
  await server.close()
})

test('refuses to start in production, or with an invalid port', async () => {
  const { folder, settings } = await project()
  await using _ = folder
  const server = await createServer(settings)
  vi.stubEnv('NODE_ENV', 'production')
  await expect(server.listen()).rejects.toThrow('NODE_ENV is production')
  vi.stubEnv('NODE_ENV', 'test')
  vi.stubEnv('LOCAL_COGNITO_PORT', 'http')
  await expect(server.listen()).rejects.toThrow('LOCAL_COGNITO_PORT must be a number')
  await server.close()
})
