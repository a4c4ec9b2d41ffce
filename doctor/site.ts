import { ConfigError, parseConfig } from '#config/loadConfig.ts'
import { cognitoEndpoint } from '#config/cognitoEndpoint.ts'
import type { PortalConfig } from '#config/portalConfig.ts'
import { problemText } from '#config/problemText.ts'
import { headerProblems, requestRaw } from '#edge/checkSite.ts'
import { Unreachable } from './askCognito.ts'
import { type Finding, verdict } from './finding.ts'

/** The config that a site serves to browsers; undefined if it serves none that is valid. */
export interface Site {
  config: PortalConfig | undefined
  findings: Finding[]
}

/** Reads the config and the headers of a site. @throws Unreachable */
export async function readSite(url: string): Promise<Site> {
  const { origin, host } = new URL(url)
  const subject = `${origin} serves a valid portal.config.json`
  const { status, body } = await get(origin, '/portal.config.json')
  const remedy = 'Fix the file, and deploy it again: npm run deploy.'
  if (status !== 200) {
    return { config: undefined, findings: [verdict(subject, `It answers ${status}.`, remedy)] }
  }
  try {
    const { hosts, ...everywhere } = parseConfig(body.toString())
    const { headers } = await get(origin, '/index.html')
    const config = hosts.get(host) ?? everywhere
    const problems = headerProblems(headers, { ...everywhere, hosts })
    return {
      config,
      findings: [
        verdict(subject, undefined, ''),
        verdict(
          'The page sends the headers that fit this config, and may reach the pool',
          problems.length > 0 ? `/index.html ${problems.join(', ')}.` : undefined,
          'With the stack: name the pool in otherPools of infra/settings.ts, and deploy the stack. With your own hosting: send the headers of edge/headers.ts.',
        ),
      ],
    }
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    const found = error.problems.map((one) => `${one.field} ${problemText(one)}`.trim()).join('; ')
    return { config: undefined, findings: [verdict(subject, `${found}.`, remedy)] }
  }
}

async function get(origin: string, path: string) {
  try {
    return await requestRaw(origin, 'GET', path)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Unreachable(`${origin} cannot be reached: ${reason}`, { cause })
  }
}

/** Compares the config of a site with the pool that was asked. */
export function* configFindings(
  { cognito, federation }: PortalConfig,
  asked: { poolId: string; clientId: string; endpoint: string; domain: string | undefined },
): Generator<Finding> {
  const endpoint = (cognito.endpoint ?? cognitoEndpoint(cognito.region)).replace(/\/$/, '')
  const differences = [
    cognito.userPoolId !== asked.poolId && `userPoolId is ${cognito.userPoolId}`,
    cognito.userPoolClientId !== asked.clientId &&
      `userPoolClientId is ${cognito.userPoolClientId}`,
    endpoint !== asked.endpoint && `Cognito is ${endpoint}, not ${asked.endpoint}`,
  ].filter((one) => one !== false)
  yield verdict(
    'The site uses this pool and client',
    differences.length > 0 ? `In portal.config.json, ${differences.join(', and ')}.` : undefined,
    'Ask about the pool of the site, or write its config again: npm run config:from-pool, then npm run deploy.',
  )
  if (federation.domain === undefined) return
  yield verdict(
    'The site uses the domain of this pool',
    federation.domain.replace(/\/$/, '') === asked.domain
      ? undefined
      : `federation.domain is ${federation.domain}; the pool publishes ${asked.domain ?? 'none'}.`,
    'Set federation.domain to the published address, or find out why two are in use.',
    // A pool with a custom domain has its prefix domain as well.
    asked.domain === undefined ? 'wrong' : 'note',
  )
}
