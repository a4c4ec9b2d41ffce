import { existsSync } from 'node:fs'
import { preview } from 'vite'
import { root } from './root.ts'

/**
 * Serves dist/ as `npm run preview` does, on a port of its own, with a local Cognito in memory.
 *
 * @throws {Error} if there is no build to serve
 */
export async function openPreview() {
  if (!existsSync(new URL('../dist/index.html', import.meta.url))) {
    throw new Error('There is no build in dist/: run `npm run build` first.')
  }
  process.env['LOCAL_COGNITO_STATE'] = 'memory'
  process.env['LOCAL_COGNITO_PORT'] = '0'
  const server = await preview({ root, logLevel: 'silent', preview: { port: 0 } })
  const origin = server.resolvedUrls?.local[0]
  if (!origin) throw new Error('The preview did not say where it answers')
  return { origin, [Symbol.asyncDispose]: async () => server.close() }
}
