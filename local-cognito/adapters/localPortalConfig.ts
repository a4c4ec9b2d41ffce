import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CognitoServer } from './node.ts'

/** What vite.config.ts puts beside the portal, in place of a team's own. */
const sampleApi = { origins: ['self'], me: '/api/me' }

/**
 * `public/portal.config.json` with everything in it that belongs to the pool replaced by what the
 * local Cognito says of its own: the rest, such as the portal's name, stays the operator's.
 * @returns the file as it is where it is not JSON, so that the portal complains as it would anywhere
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
  // No host has a pool of its own here, and another pool's domain would not know this one's client.
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
