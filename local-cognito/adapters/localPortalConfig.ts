import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CognitoServer } from './node.ts'

/** The sample API that vite.config.ts serves beside the portal. */
const sampleApi = { origins: ['self'], me: '/api/me' }

/**
 * Merges the local pool's settings into `public/portal.config.json`; everything else, such as the
 * portal's name, stays as the operator wrote it.
 * @returns JSON text; the file's own text where that is not JSON, so that the portal reports the
 *   error as in production
 */
export async function localPortalConfig(server: CognitoServer, publicDir: string) {
  const file = join(publicDir, 'portal.config.json')
  const text = existsSync(file) ? await readFile(file, 'utf8') : '{}'
  const operator = parseObject(text)
  if (!operator) return text
  const answer = await server.cognito.handle(new Request(`${server.origin}/_local/config`))
  const local = parseObject(await answer.text())
  const session = { ...objectOr(operator['session']), ...objectOr(local?.['session']) }
  const signIn = { ...objectOr(operator['signIn']), ...objectOr(local?.['signIn']) }
  const api = operator['api'] ?? sampleApi
  // `hosts` and `federation` belong to the operator's real pools.
  const { hosts: _hosts, federation: _federation, ...everywhere } = operator
  return JSON.stringify({ ...everywhere, ...local, api, session, signIn }, null, 2)
}

function parseObject(text: string) {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const objectOr = (value: unknown) => (isRecord(value) ? value : {})

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
