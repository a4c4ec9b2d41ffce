import { existsSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { UsageError } from '../UsageError.ts'
import { ConfigError, parseConfig } from '../../src/config/loadConfig.ts'
import { problemText } from '../../src/config/problemText.ts'
import { isObject } from '../../src/config/settings.ts'

export type ConfigObject = Record<string, unknown>

/** @returns undefined if the file is missing. @throws UsageError if it is not a JSON object. */
export async function readConfigFile(path: string): Promise<ConfigObject | undefined> {
  if (!existsSync(path)) return undefined
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'))
    if (isObject(value)) return value
    throw new SyntaxError('an object is expected')
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
    throw new UsageError(`${path} is not a config: ${cause.message}. Fix it, or move it away.`, {
      cause,
    })
  }
}

/** Serializes a config. @throws UsageError naming every field that the portal would reject. */
export function checkedText(config: ConfigObject, path: string, host?: string): string {
  const text = `${JSON.stringify(config, undefined, 2)}\n`
  try {
    parseConfig(text)
    return text
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause
    const { problems } = cause
    const lines = problems.map((problem) => `  ${problem.field} ${problemText(problem)}`)
    const lacksPool =
      host !== undefined && problems.some(({ field }) => field.startsWith('cognito.'))
    const hint = lacksPool
      ? ['All other hosts need a pool as well: run this without --host first.']
      : []
    throw new UsageError([`The portal would reject ${path}:`, ...lines, ...hint].join('\n'), {
      cause,
    })
  }
}

/** Replaces a file atomically. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`
  await writeFile(draft, text)
  await rename(draft, path)
}
