import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { preview } from 'vite'
import { parseConfig } from '#config/loadConfig.ts'
import { askSite } from './askSite.ts'
import { checkSite, findSite } from './checkSite.ts'
import { makeBuild } from './edgeWorld.ts'
import { productionAnswers } from './productionAnswers.ts'

let build: Awaited<ReturnType<typeof makeBuild>>
beforeAll(async () => void (build = await makeBuild()))
afterAll(async () => build.remove())

async function startPreview(localEndpoint?: () => string): Promise<string> {
  const server = await preview({
    root: build.root,
    configFile: false,
    logLevel: 'silent',
    preview: { port: 0, host: '127.0.0.1', cors: false },
    plugins: [productionAnswers(localEndpoint)],
  })
  onTestFinished(async () => server.close())
  const address = server.httpServer.address()
  if (!address || typeof address === 'string') throw new Error('The preview server has no port')
  return `http://127.0.0.1:${address.port}`
}

it('makes vite preview answer as the deployed site does', async () => {
  const origin = await startPreview()
  const config = parseConfig((await askSite(origin, 'GET', '/portal.config.json')).body.toString())
  for await (const { path, problems } of checkSite(await findSite(origin), config)) {
    expect(problems, path).toEqual([])
  }
})

it('admits a local Cognito instead of the configured one', async () => {
  const origin = await startPreview(() => 'http://localhost:9229')
  for (const path of ['/sign-in', '/assets/vault-Cd34.js', '/missing.js']) {
    const { headers } = await askSite(origin, 'GET', path)
    const csp = headers['content-security-policy']
    expect(csp).toContain("connect-src 'self' http://localhost:9229;")
    // It would turn that address into one where nobody listens.
    expect(csp).not.toContain('upgrade-insecure-requests')
    expect(csp).toContain("require-trusted-types-for 'script'")
  }
})
