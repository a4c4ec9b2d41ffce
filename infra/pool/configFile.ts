import { readFile, rename, writeFile } from 'node:fs/promises'
import { ConfigError, parseConfig } from '../../src/config/loadConfig.ts'
import { problemText } from '../../src/config/problemText.ts'
import { isObject } from '../../src/config/settings.ts'
import { Refusal } from '../Refusal.ts'

export type ConfigObject = Record<string, unknown>

/**
 * The file as it is; undefined if there is none.
 * @throws Refusal where it is no JSON object
 */
export async function readConfigFile(path: string): Promise<ConfigObject | undefined> {
  const text = await textOf(path)
  if (text === undefined) return undefined
  try {
    const value: unknown = JSON.parse(text)
    if (isObject(value)) return value
    throw new SyntaxError('an object is expected')
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
    throw new Refusal(`${path} is not a config: ${cause.message}. Mend it, or move it away.`, {
      cause,
    })
  }
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * Checks as the portal will.
 * @throws Refusal naming every field that is wrong
 */
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
      ? ['Every other host needs a pool as well: run this without --host first.']
      : []
    throw new Refusal([`The portal would not take ${path}:`, ...lines, ...hint].join('\n'), {
      cause,
    })
  }
}

/** The file is as it was until it is as it shall be. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`
  await writeFile(draft, text)
  await rename(draft, path)
}
