import type { PortalConfig } from './portalConfig.ts'
import { fits, hostPattern, isObject, settings, type Setting } from './settings.ts'

/** Something an operator must put right, and where. `problemText.ts` has the words. */
export interface ConfigProblem {
  /** The setting's path, `cognito.userPoolId`; empty when the file as a whole is the problem. */
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
    /** The status the server answered with. */
    | number
}

/** Thrown when `portal.config.json` cannot be used. Names every field at once. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: ConfigProblem[]

  constructor(problems: ConfigProblem[], options?: ErrorOptions) {
    super(problems.map(({ field, fault }) => `${field || 'file'}: ${fault}`).join('; '), options)
    this.problems = problems
  }
}

/**
 * Reads what the operator set for the host that the page is on.
 * @throws ConfigError when the file is missing, is not JSON (an HTML fallback page, say) or is wrong.
 */
export async function loadConfig(address: string): Promise<PortalConfig> {
  const { hosts, ...config } = parseConfig(await read(address))
  return hosts.get(location.host) ?? config
}

/** Long enough for a slow phone, too short to look at nothing for. */
const timeoutMs = 15_000

/** What the file says for every host, and in `hosts` for those that it names. */
export interface ConfigFile extends PortalConfig {
  /** By host, with its port where that is not the usual one: as `location.host` says it. */
  hosts: Map<string, PortalConfig>
}

/** @throws ConfigError naming each field that is wrong, and each that is no setting. */
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
    // One that no browser says would send its people to the pool of the others.
    if (!hostPattern.test(host)) problems.push({ field, fault: 'notThisValue' })
    byHost.set(host, check(objectAt(field, own, problems), `${field}.`, problems, config))
  }
  if (problems.length > 0) throw new ConfigError(problems)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the type is derived from the very settings that were just gone through
  return { ...config, hosts: byHost } as unknown as ConfigFile
}

type Sections = Record<string, Record<string, unknown>>
type Note = (field: string, fault: ConfigProblem['fault']) => void

/**
 * @param at What the path of every field begins with.
 * @param under What stands where nothing is given, before the fallbacks.
 */
function check(
  given: Record<string, unknown>,
  at: string,
  problems: ConfigProblem[],
  under?: Sections,
): Sections {
  const note: Note = (field, fault) => problems.push({ field: at + field, fault })
  noteUnknown(given, settings, '', note)
  const sections: Sections = {}
  for (const [section, names] of Object.entries(settings)) {
    // None of these names is one that every object has.
    const { [section]: found = {} } = given
    const own = objectAt(at + section, found, problems)
    noteUnknown(own, names, `${section}.`, note)
    const values = { ...under?.[section], ...own }
    for (const [name, setting] of Object.entries<Setting>(names)) {
      // What is wrong with what stands under it has been said.
      const isOpen = own[name] === undefined && (under || !setting.required)
      if (!isOpen && !fits(setting, own[name])) note(`${section}.${name}`, 'notThisValue')
      if (isOpen && 'fallback' in setting) values[name] ??= setting.fallback
    }
    sections[section] = values
  }
  const { region, userPoolId } = { ...sections['cognito'] }
  if (problems.length === 0 && !String(userPoolId).startsWith(`${String(region)}_`)) {
    note('cognito.region', 'poolOfAnotherRegion')
  }
  return sections
}

/** What is no object is noted, and taken for an empty one. */
function objectAt(field: string, value: unknown, problems: ConfigProblem[]) {
  if (isObject(value)) return value
  problems.push({ field, fault: 'noObject' })
  return {}
}

function noteUnknown(given: object, known: object, prefix: string, note: Note): void {
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(known, name)) note(prefix + name, 'noSetting')
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
