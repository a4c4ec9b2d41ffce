import type { PortalConfig } from './portalConfig.ts'
import { fits, hostPattern, isObject, settings, type Setting } from './settings.ts'

/** A problem that the operator must fix. `problemText` describes it. */
export interface ConfigProblem {
  /** The path of the setting, like `cognito.userPoolId`; empty if the problem is the file. */
  field: string
  fault:
    | 'notThisValue'
    | 'noSetting'
    | 'noObject'
    | 'noJson'
    | 'htmlPage'
    | 'noAnswer'
    | 'noHttps'
    | 'poolOfAnotherRegion'
    /** The HTTP status of the response. */
    | number
}

/** Thrown when `portal.config.json` cannot be used. Lists all problems at once. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: ConfigProblem[]

  constructor(problems: ConfigProblem[], options?: ErrorOptions) {
    super(problems.map(({ field, fault }) => `${field || 'file'}: ${fault}`).join('; '), options)
    this.problems = problems
  }
}

/**
 * Loads the settings for the host of the page.
 *
 * @param address URL of `portal.config.json`.
 * @returns the settings with their fallbacks, and those of `hosts` for this host.
 * @throws {ConfigError} if the file cannot be loaded within 15 seconds, is not JSON (an HTML fallback page, for
 * example) or is not valid.
 */
export async function loadConfig(address: string): Promise<PortalConfig> {
  const { hosts, ...config } = parseConfig(await read(address))
  return hosts.get(location.host) ?? config
}

/** The page stays empty meanwhile, but slow phones need time. */
const timeoutMs = 15_000

/** The content of the file: the settings for every host, and those of the named hosts. */
export interface ConfigFile extends PortalConfig {
  /** By `location.host`: with the port if it is not the default one. */
  hosts: Map<string, PortalConfig>
}

/**
 * Parses and checks `portal.config.json`.
 *
 * @throws {ConfigError} listing each invalid and each unknown setting.
 */
export function parseConfig(text: string): ConfigFile {
  const given = parseJson(text)
  if (!isObject(given)) throw new ConfigError([{ field: '', fault: 'noObject' }])
  const problems: ConfigProblem[] = []
  const { $schema: _, hosts = {}, ...sections } = given
  const config = check(sections, '', problems)
  const byHost = new Map<string, Sections>()
  const named = objectAt('hosts', hosts, problems)
  for (const [host, own] of Object.entries(named)) {
    const field = `hosts["${host}"]`
    // A misspelt host would never match: its users would get the settings of the others.
    if (!hostPattern.test(host)) problems.push({ field, fault: 'notThisValue' })
    byHost.set(host, check(objectAt(field, own, problems), `${field}.`, problems, config))
  }
  if (problems.length > 0) throw new ConfigError(problems)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the type is derived from the settings that were just checked
  return { ...config, hosts: byHost } as unknown as ConfigFile
}

type Sections = Record<string, Record<string, unknown>>
type Note = (field: string, fault: ConfigProblem['fault']) => void

/**
 * Checks settings and fills in the missing ones.
 *
 * @param path Prefix of the path of every setting, in problems.
 * @param base Settings to use where none is given, before the fallbacks.
 */
function check(
  given: Record<string, unknown>,
  path: string,
  problems: ConfigProblem[],
  base?: Sections,
): Sections {
  const note: Note = (field, fault) => problems.push({ field: path + field, fault })
  noteUnknown(given, settings, '', note)
  const sections: Sections = {}
  for (const [section, names] of Object.entries(settings)) {
    // Safe from the prototype: no section has a name that every object inherits.
    const { [section]: found = {} } = given
    const own = objectAt(path + section, found, problems)
    noteUnknown(own, names, `${section}.`, note)
    const values = { ...base?.[section], ...own }
    for (const [name, setting] of Object.entries<Setting>(names)) {
      // The settings of `base` have been checked already.
      const isUnset = own[name] === undefined && (base || !setting.required)
      if (!isUnset && !fits(setting, own[name])) note(`${section}.${name}`, 'notThisValue')
      if (isUnset && 'fallback' in setting) values[name] ??= setting.fallback
    }
    sections[section] = values
  }
  const { region, userPoolId, endpoint } = { ...sections['cognito'] }
  // A replica of a pool has the pool's ID, which begins with the region of the original.
  const isReplica = endpoint !== undefined
  const isOfRegion = String(userPoolId).startsWith(`${String(region)}_`)
  if (problems.length === 0 && !isOfRegion && !isReplica) {
    note('cognito.region', 'poolOfAnotherRegion')
  }
  return sections
}

/** Returns an empty object, and notes the problem, if it is not an object. */
function objectAt(field: string, value: unknown, problems: ConfigProblem[]) {
  if (isObject(value)) return value
  problems.push({ field, fault: 'noObject' })
  return {}
}

function noteUnknown(given: object, known: object, prefix: string, note: Note): void {
  for (const name of Object.keys(given)) {
    // An empty name must be seen, too.
    if (!Object.hasOwn(known, name)) note(prefix + (name || '""'), 'noSetting')
  }
}

async function read(address: string): Promise<string> {
  try {
    const response = await fetch(address, {
      credentials: 'same-origin',
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (response.ok) return await response.text()
    throw new ConfigError([{ field: '', fault: response.status }])
  } catch (cause) {
    if (cause instanceof ConfigError) throw cause
    throw new ConfigError([{ field: '', fault: 'noAnswer' }], { cause })
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const fault = text.trimStart().startsWith('<') ? 'htmlPage' : 'noJson'
    throw new ConfigError([{ field: '', fault }], { cause })
  }
}
