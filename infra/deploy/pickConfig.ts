import { connectSources, securityHeaders } from '../../edge/headers.ts'
import { ConfigError, type ConfigFile, parseConfig } from '../../src/config/loadConfig.ts'
import { problemText } from '../../src/config/problemText.ts'
import { isObject } from '../../src/config/settings.ts'
import { UsageError } from '../UsageError.ts'
import { type Build, configPath, siteFile } from './readBuild.ts'

/** A config, and its source in words for messages. */
export interface GivenConfig {
  text: string
  source: string
  /** The config has only what the stack decides; name, colours and the like come from the build's own. */
  isFromStack?: boolean
  /** The origins that the CSP of the stack allows. */
  allowedOrigins?: string[]
}

/**
 * Replaces the config in a build. Without a given config it keeps the build's own.
 *
 * @throws UsageError naming each invalid field: the portal could only show it as an error.
 */
export function withConfig(build: Build, given: GivenConfig | undefined): Build {
  const own = build.get(configPath)
  const ownText = own ? new TextDecoder().decode(own.bytes) : '{}'
  const ofBuild = { text: ownText, source: `${configPath} of the build` }
  const { source } = given ?? ofBuild
  const text = given?.isFromStack ? overlay(ofBuild, given) : (given ?? ofBuild).text
  checkOrigins(parse(text, source), source, given?.allowedOrigins)
  return new Map(build).set(configPath, siteFile(configPath, new TextEncoder().encode(text)))
}

/** Overlays setting by setting, except for `cognito`: parts of two pools do not work together. */
function overlay(base: GivenConfig, top: GivenConfig): string {
  const [ofBuild, ofStack] = [objectIn(base), objectIn(top)]
  const [built, deployed] = [poolIn(ofBuild), poolIn(ofStack)]
  if (built && built !== deployed) {
    throw new UsageError(
      `${base.source} names the user pool ${built}, but the stack has ${deployed}. To serve ${built}, give its config with --config; to serve ${deployed}, empty cognito in public/portal.config.json and build again.`,
    )
  }
  const sections = Object.entries(ofStack).map(([section, values]) => {
    const before = ofBuild[section]
    const isWhole = section === 'cognito' || !isObject(values) || !isObject(before)
    return [section, isWhole ? values : { ...before, ...values }]
  })
  return `${JSON.stringify({ ...ofBuild, ...Object.fromEntries(sections) }, null, 2)}\n`
}

function poolIn({ cognito }: Record<string, unknown>): string {
  const id = isObject(cognito) ? cognito['userPoolId'] : undefined
  return typeof id === 'string' ? id : ''
}

function objectIn({ text, source }: GivenConfig): Record<string, unknown> {
  try {
    const found: unknown = JSON.parse(text)
    if (isObject(found)) return found
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
  }
  throw new UsageError(`${source} must be a JSON object.`)
}

/** Refuses origins that the CSP would block, or that are not encrypted. */
function checkOrigins(config: ConfigFile, source: string, allowed: string[] | undefined): void {
  const problems = connectSources(securityHeaders(config)).flatMap((origin) => {
    if (origin.startsWith('http:')) return [`${source} names ${origin}, which is not encrypted.`]
    if (!allowed || allowed.includes(origin)) return []
    return [
      `${source} names ${origin}, which the site's Content-Security-Policy does not allow. Add it to otherPools, api.origins or events.endpoint in infra/settings.ts, run npm run synth, and deploy the stack.`,
    ]
  })
  if (problems.length > 0) throw new UsageError(problems.join('\n'))
}

function parse(text: string, source: string): ConfigFile {
  try {
    return parseConfig(text)
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause
    const problems = cause.problems.map((problem) =>
      problem.field === ''
        ? `${source} must be a JSON object.`
        : `${source}: ${problem.field} ${problemText(problem)}.`,
    )
    const advice = 'Users could not sign in with this config: give another with --config FILE.'
    throw new UsageError([...problems, advice].join('\n'), { cause })
  }
}
