import { parseArgs } from 'node:util'
import { cognitoEndpoint } from '#config/cognitoEndpoint.ts'
import { settings } from '#config/settings.ts'
import { Unreachable } from './askCognito.ts'
import { type Finding, findingText } from './finding.ts'
import { domainFindings, readPublished } from './published.ts'
import { refusalFindings } from './refusals.ts'
import { signedInFindings } from './signedIn.ts'
import { configFindings, readSite } from './site.ts'
import { unknownUserFindings } from './unknownUser.ts'

export const usage = `npm run doctor -- POOL CLIENT [URL] [--endpoint URL]

Asks a user pool what the site relies on, as a browser does: without AWS credentials. With the URL of
the site, it also compares the site's config and headers with the pool. It changes nothing.

  --endpoint URL   another Cognito than that of the pool's region, like http://localhost:9229

With DOCTOR_USERNAME and DOCTOR_PASSWORD in the environment, it signs this user in, renews the session
twice and ends it. Take a user that is for tests, with a password only.

Exit code: 0 nothing is wrong, 1 something is, 2 it could not be asked.`

interface Environment {
  print: (text: string) => void
  printError: (text: string) => void
  env: Record<string, string | undefined>
}

/** @returns the exit code. */
export async function main(
  args: string[],
  { print, printError, env }: Environment,
): Promise<number> {
  if (args.includes('--help')) {
    print(usage)
    return 0
  }
  const given = readArguments(args)
  if (typeof given === 'string') {
    printError(`${given}\n\n${usage}`)
    return 2
  }
  const counts = { ok: 0, note: 0, wrong: 0 }
  try {
    for await (const finding of findings(given, env)) {
      counts[finding.kind] += 1
      print(findingText(finding))
    }
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error
    printError(error.message)
    return 2
  }
  print(`${counts.ok} as expected, ${counts.note} to note, ${counts.wrong} wrong`)
  return counts.wrong > 0 ? 1 : 0
}

interface Arguments {
  poolId: string
  clientId: string
  url: string | undefined
  endpoint: string | undefined
}

/** @returns a sentence about the first argument that is not valid. */
function readArguments(args: string[]): Arguments | string {
  const options = { endpoint: { type: 'string' } } as const
  let parsed
  try {
    parsed = parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  const [poolId = '', clientId = '', url, ...more] = parsed.positionals
  const { endpoint } = parsed.values
  const { cognito } = settings
  if (poolId === '' || clientId === '') return 'POOL and CLIENT are needed.'
  if (!cognito.userPoolId.pattern.test(poolId)) return 'POOL must be like eu-central-1_AbCdEfGhI.'
  if (!cognito.userPoolClientId.pattern.test(clientId)) return 'CLIENT must be the ID of a client.'
  if (more.length > 0) return `${more.join(' ')} is too much.`
  const isUrl = (text: string) => cognito.endpoint.pattern.test(text) && URL.canParse(text)
  for (const [name, text] of Object.entries({ URL: url, '--endpoint': endpoint }))
    if (text !== undefined && !isUrl(text)) return `${name} must be a URL, not ${text || 'empty'}.`
  return { poolId, clientId, url, endpoint }
}

async function* findings(
  { poolId, clientId, url, endpoint: asked }: Arguments,
  env: Environment['env'],
): AsyncGenerator<Finding> {
  const site = url === undefined ? undefined : await readSite(url)
  if (site) yield* site.findings
  const config = site?.config
  const [region = ''] = poolId.split('_')
  const configured = config?.cognito.userPoolId === poolId ? config.cognito.endpoint : undefined
  const endpoint = (asked ?? configured ?? cognitoEndpoint(region)).replace(/\/$/, '')
  // Any origin will do where the site is not known: Cognito admits all.
  const origin = url === undefined ? 'https://portal.example.com' : new URL(url).origin
  const target = { poolId, clientId, endpoint, origin }

  yield* refusalFindings(target)
  yield* unknownUserFindings(target, config?.signIn.flow)
  const published = await readPublished(target)
  yield* published.findings
  if (config) yield* configFindings(config, { ...target, domain: published.domain })
  const domain = config?.federation.domain?.replace(/\/$/, '')
  if (config && domain !== undefined) yield* domainFindings(target, domain, config.federation)

  const { DOCTOR_USERNAME: username, DOCTOR_PASSWORD: password } = env
  if (username && password) yield* signedInFindings(target, published, { username, password })
}
