import type { PortalConfig } from './portalConfig.ts'
import { fits, settings, type Setting } from './settings.ts'

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
 * Reads what the operator set.
 * @throws ConfigError when the file is missing, is not JSON (an HTML fallback page, say) or is wrong.
 */
export async function loadConfig(address: string): Promise<PortalConfig> {
  return parseConfig(await read(address))
}

/** Long enough for a slow phone, too short to look at nothing for. */
const timeoutMs = 15_000

/** @throws ConfigError naming each field that is wrong, and each that is no setting. */
export function parseConfig(text: string): PortalConfig {
  const given = parseJson(text)
  const problems: ConfigProblem[] = []
  const note: Note = (field, fault) => problems.push({ field, fault })
  if (!isObject(given)) throw new ConfigError([{ field: '', fault: 'noObject' }])
  const { $schema: _, ...sections } = given

  const config = Object.entries(settings).map(([section, names]) => {
    const values = Object.hasOwn(sections, section) ? sections[section] : {}
    if (!isObject(values)) {
      note(section, 'noObject')
      return [section, {}] as const
    }
    noteUnknown(values, names, `${section}.`, note)
    const checked = Object.entries<Setting>(names).flatMap(([name, setting]) => {
      const value = Object.hasOwn(values, name) ? values[name] : setting.fallback
      if (value === undefined && !setting.required) return []
      if (!fits(setting, value)) note(`${section}.${name}`, 'notThisValue')
      return [[name, value] as const]
    })
    return [section, Object.fromEntries(checked)] as const
  })
  noteUnknown(sections, settings, '', note)
  const { region, userPoolId } = { ...(isObject(sections['cognito']) && sections['cognito']) }
  if (problems.length === 0 && !String(userPoolId).startsWith(`${String(region)}_`)) {
    note('cognito.region', 'poolOfAnotherRegion')
  }
  if (problems.length > 0) throw new ConfigError(problems)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the type is derived from the very settings that were just gone through
  return Object.fromEntries(config) as PortalConfig
}

type Note = (field: string, fault: ConfigProblem['fault']) => void

function noteUnknown(given: object, known: object, prefix: string, note: Note): void {
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(known, name)) note(prefix + name, 'noSetting')
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
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
