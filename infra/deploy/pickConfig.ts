import { connectSources, securityHeaders } from '../../edge/headers.ts'
import { ConfigError, type ConfigFile, parseConfig } from '../../src/config/loadConfig.ts'
import { problemText } from '../../src/config/problemText.ts'
import { isObject } from '../../src/config/settings.ts'
import { type Build, configPath, siteFile } from './readBuild.ts'
import { Refusal } from '../Refusal.ts'

/** A config, and where it is from, in words. */
export interface GivenConfig {
  text: string
  from: string
  /** Only what the stack decides: the rest, such as name and colours, is in the build's own. */
  isOfStack?: boolean
  /** Whom the site's headers let the portal reach, where a stack says so. */
  connectSources?: string[]
}

/**
 * The build with the config that is to be served. Without one given it is the build's own, which is
 * empty unless somebody filled it in.
 *
 * @throws Refusal naming each field that is wrong: the portal itself could only show it as an error.
 */
export function withConfig(build: Build, given: GivenConfig | undefined): Build {
  const own = build.get(configPath)
  const ownText = own ? new TextDecoder().decode(own.bytes) : '{}'
  const ofBuild = { text: ownText, from: `${configPath} of the build` }
  const { from } = given ?? ofBuild
  const text = given?.isOfStack ? laidOver(ofBuild, given) : (given ?? ofBuild).text
  checkDestinations(check(text, from), from, given?.connectSources)
  return new Map(build).set(configPath, siteFile(configPath, new TextEncoder().encode(text)))
}

/** Setting by setting, but for the pool: what is left of another would lead nowhere. */
function laidOver(under: GivenConfig, over: GivenConfig): string {
  const [below, above] = [objectIn(under), objectIn(over)]
  const [mine, theirs] = [poolIn(below), poolIn(above)]
  if (mine && mine !== theirs) {
    throw new Refusal(
      `${under.from} names the user pool ${mine}, and the stack has made ${theirs}. To serve ${mine}, give its config with --config; to serve ${theirs}, empty cognito in public/portal.config.json and build again.`,
    )
  }
  const laid = Object.entries(above).map(([section, values]) => {
    const before = below[section]
    const isWhole = section === 'cognito' || !isObject(values) || !isObject(before)
    return [section, isWhole ? values : { ...before, ...values }]
  })
  return `${JSON.stringify({ ...below, ...Object.fromEntries(laid) }, null, 2)}\n`
}

function poolIn({ cognito }: Record<string, unknown>): string {
  const id = isObject(cognito) ? cognito['userPoolId'] : undefined
  return typeof id === 'string' ? id : ''
}

function objectIn({ text, from }: GivenConfig): Record<string, unknown> {
  try {
    const found: unknown = JSON.parse(text)
    if (isObject(found)) return found
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
  }
  throw new Refusal(`${from} must be a JSON object.`)
}

/** A pool or an API that the browser would be kept from, or that is asked without encryption. */
function checkDestinations(config: ConfigFile, from: string, admitted: string[] | undefined): void {
  const named = connectSources(securityHeaders(config))
  const faults = named.flatMap((source) => {
    if (source.startsWith('http:')) return [`${from} names ${source}, which is not encrypted.`]
    if (!admitted || admitted.includes(source)) return []
    return [
      `${from} names ${source}, which the site's Content-Security-Policy does not admit. Put it into otherPools or api.origins of infra/settings.ts, then npm run synth, and deploy the stack.`,
    ]
  })
  if (faults.length > 0) throw new Refusal(faults.join('\n'))
}

function check(text: string, from: string): ConfigFile {
  try {
    return parseConfig(text)
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause
    const faults = cause.problems.map((problem) =>
      problem.field === ''
        ? `${from} must be a JSON object.`
        : `${from}: ${problem.field} ${problemText(problem)}.`,
    )
    throw new Refusal(
      [...faults, 'Name a config with --config FILE; nobody could sign in with this one.'].join(
        '\n',
      ),
      { cause },
    )
  }
}
