import { parseArgs } from 'node:util'
import { hostPattern, settings } from '../../src/config/settings.ts'
import { UsageError } from '../UsageError.ts'

export interface Arguments {
  poolId: string
  /** The first part of the pool's ID. */
  region: string
  clientId: string
  /** Address of a local Cognito. */
  endpoint: string | undefined
  /** A file, or `-` to print. */
  out: string | undefined
  /** The member of `hosts` to write; callbacks and passkeys are checked for it. */
  host: string | undefined
  /** Only prints the advice. */
  check: boolean
  help: boolean
}

export const usage = `npm run config:from-pool -- POOL_ID CLIENT_ID [options]

Writes public/portal.config.json from an existing user pool and its app client, and prints security
advice on their settings. Other settings of the file, such as the portal's name, stay as they are.

  --check          only print the advice; exit with 1 if something is dangerous
  --host NAME      write the settings of this host only, like login.example.com
  --out FILE       another file; - prints to the terminal
  --endpoint URL   a local Cognito, like http://localhost:9229

Credentials come from the environment, as for every AWS tool. They need the IAM actions
cognito-idp:DescribeUserPool, cognito-idp:DescribeUserPoolClient and cognito-idp:GetUserPoolMfaConfig;
if the client has identity providers, also cognito-idp:ListIdentityProviders and
cognito-idp:DescribeIdentityProvider.`

/** @throws UsageError naming the missing or invalid argument. */
export function readArguments(given: string[]): Arguments {
  const { values, positionals } = parsed(given)
  const [poolId = '', clientId = '', ...more] = positionals
  const { endpoint, host, out, check = false, help = false } = values
  const region = poolId.slice(0, Math.max(0, poolId.indexOf('_')))
  const read = { poolId, region, clientId, endpoint, out, host, check, help }
  if (help) return read
  const { cognito } = settings
  if (!cognito.userPoolId.pattern.test(poolId) || !cognito.region.pattern.test(region)) {
    throw invalid('POOL_ID', poolId, 'must be the ID of a user pool, like eu-central-1_AbCdEfGhI')
  }
  if (!cognito.userPoolClientId.pattern.test(clientId)) {
    throw invalid('CLIENT_ID', clientId, 'must be the ID of an app client of that pool')
  }
  if (more[0] !== undefined) throw invalid('The argument', more[0], 'is one argument too many')
  if (endpoint !== undefined && !isUrl(endpoint)) {
    throw invalid('--endpoint', endpoint, 'must be an http(s) URL, like http://localhost:9229')
  }
  if (host !== undefined && !hostPattern.test(host)) {
    throw invalid('--host', host, 'must be a host name, like login.example.com')
  }
  return read
}

function parsed(args: string[]) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const options = { endpoint: text, out: text, host: text, check: flag, help: flag }
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (cause) {
    // Node's message names the invalid option.
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

const invalid = (name: string, value: string, why: string) =>
  new UsageError(`${name} ${value === '' ? 'is missing: it' : JSON.stringify(value)} ${why}.`)

const isUrl = (text: string) => settings.cognito.endpoint.pattern.test(text) && URL.canParse(text)
