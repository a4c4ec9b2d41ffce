import * as v from 'valibot'
import { portalConfigSchema, type PortalConfig } from './schema.ts'

/** Something an operator must put right, and where. */
export interface ConfigProblem {
  /** The member's path, `cognito.userPoolId`; empty when the file as a whole is the problem. */
  field: string
  /** For operators, in English: they read it beside AWS's own. */
  message: string
}

/** Thrown when `portal.config.json` cannot be used. Names every field at once. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: ConfigProblem[]

  constructor(problems: ConfigProblem[], options?: ErrorOptions) {
    super(
      problems.map(({ field, message }) => `${field || 'file'}: ${message}`).join('; '),
      options,
    )
    this.problems = problems
  }
}

/**
 * Reads what the operator set.
 * @throws ConfigError when the file is missing, is not JSON (an HTML fallback page, say) or is wrong.
 */
export async function loadConfig(url: string): Promise<PortalConfig> {
  return parseConfig(await read(url))
}

/** @throws ConfigError naming each field that is wrong. */
export function parseConfig(text: string): PortalConfig {
  const result = v.safeParse(portalConfigSchema, parseJson(text))
  if (result.success) return result.output
  const problems = result.issues.map((issue) => ({
    field: v.getDotPath(issue) ?? '',
    message: issue.message,
  }))
  throw new ConfigError(problems)
}

async function read(url: string): Promise<string> {
  try {
    const response = await fetch(url, { credentials: 'same-origin' })
    if (response.ok) return await response.text()
    throw new ConfigError([{ field: '', message: `the server answered ${response.status}` }])
  } catch (cause) {
    if (cause instanceof ConfigError) throw cause
    throw new ConfigError([{ field: '', message: 'the server could not be reached' }], { cause })
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const found = text.trimStart().startsWith('<') ? 'an HTML page' : 'something that is not JSON'
    throw new ConfigError([{ field: '', message: `the server answered with ${found}` }], { cause })
  }
}
