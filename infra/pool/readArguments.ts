import { parseArgs } from 'node:util'
import { hostPattern, settings } from '../../src/config/settings.ts'
import { Refusal } from '../Refusal.ts'

export interface Arguments {
  poolId: string
  /** Which the pool's id begins with. */
  region: string
  clientId: string
  /** Where the pool answers instead of AWS: a local Cognito. */
  endpoint: string | undefined
  /** A file, or `-` to print. */
  out: string | undefined
  /** Whose member of `hosts` it is written into, and whose passkeys it has to be good for. */
  host: string | undefined
  /** Only says what is unwise. */
  check: boolean
  help: boolean
}

export const usage = `npm run config:from-pool -- POOL_ID CLIENT_ID [options]

Writes public/portal.config.json from an existing user pool and its app client, and says which of their
settings are unwise. What else the file says, such as the portal's name, stays as it is.

  --check          only says what is unwise; ends with 1 if something is dangerous
  --host NAME      writes what holds at this host alone, like login.example.com
  --out FILE       another file; - prints
  --endpoint URL   a local Cognito, like http://localhost:9229

Credentials come from the environment, as for any AWS SDK. They need the IAM actions
cognito-idp:DescribeUserPool, cognito-idp:DescribeUserPoolClient and cognito-idp:GetUserPoolMfaConfig;
where the client has identity providers, cognito-idp:ListIdentityProviders and
cognito-idp:DescribeIdentityProvider, too.`

/** @throws Refusal naming the argument that is missing or wrong */
export function readArguments(given: string[]): Arguments {
  const { values, positionals } = parsed(given)
  const [poolId = '', clientId = '', ...more] = positionals
  const { endpoint, host, out, check = false, help = false } = values
  const region = poolId.slice(0, Math.max(0, poolId.indexOf('_')))
  const read = { poolId, region, clientId, endpoint, out, host, check, help }
  if (help) return read
  const { cognito } = settings
  if (!cognito.userPoolId.pattern.test(poolId) || !cognito.region.pattern.test(region)) {
    throw wrong('POOL_ID', poolId, 'must be the id of a user pool, like eu-central-1_AbCdEfGhI')
  }
  if (!cognito.userPoolClientId.pattern.test(clientId)) {
    throw wrong('CLIENT_ID', clientId, 'must be the id of an app client of that pool')
  }
  if (more[0] !== undefined) throw wrong('The argument', more[0], 'is one too many')
  if (endpoint !== undefined && !isAddress(endpoint)) {
    throw wrong('--endpoint', endpoint, 'must be an http(s) address, like http://localhost:9229')
  }
  if (host !== undefined && !hostPattern.test(host)) {
    throw wrong('--host', host, 'must be a host as browsers show it, like login.example.com')
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
    // Node's words name the option that is wrong.
    throw new Refusal(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

const wrong = (name: string, value: string, why: string) =>
  new Refusal(`${name} ${value === '' ? 'is missing: it' : JSON.stringify(value)} ${why}.`)

const isAddress = (text: string) =>
  settings.cognito.endpoint.pattern.test(text) && URL.canParse(text)
