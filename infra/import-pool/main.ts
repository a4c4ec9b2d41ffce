import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { UsageError } from '../UsageError.ts'
import { adviceOn, adviceText, isUnusable } from './advice.ts'
import { checkedText, readConfigFile, replaceFile } from './configFile.ts'
import { configFromPool } from './configFromPool.ts'
import { mergeConfig } from './mergeConfig.ts'
import type { PoolDescription } from './poolDescription.ts'
import { type Arguments, readArguments, usage } from './readArguments.ts'
import { domainOf, readPool } from './readPool.ts'

const projectConfig = fileURLToPath(new URL('../../public/portal.config.json', import.meta.url))

/** The environment of the command. */
export interface Environment {
  openCognito: (region: string, endpoint?: string) => CognitoIdentityProviderClient
  print: (text: string) => void
  printError: (text: string) => void
  /** The base of relative paths. */
  folder: string
}

/** @returns the exit code: 0 done, 1 checked and found dangerous, 2 refused without writing anything. */
export async function main(args: string[], environment: Environment): Promise<number> {
  try {
    const given = readArguments(args)
    if (given.help) {
      environment.print(usage)
      return 0
    }
    return await run(given, environment)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    environment.printError(error.message)
    return 2
  }
}

async function run(given: Arguments, environment: Environment): Promise<number> {
  const sdk = environment.openCognito(given.region, given.endpoint)
  try {
    const described = await readPool(sdk, given.poolId, given.clientId)
    const advice = adviceOn({ ...described, host: given.host })
    // With `--out -`, only the config goes to standard output.
    const report = given.out === '-' ? environment.printError : environment.print
    report(adviceText(advice))
    if (given.check) return advice.some(({ severity }) => severity === 'dangerous') ? 1 : 0
    if (isUnusable(advice)) {
      throw new UsageError('No config was written: see the dangerous settings above.')
    }
    await write(given, described, { ...environment, report })
    return 0
  } finally {
    sdk.destroy()
  }
}

async function write(
  { out, host, region, endpoint }: Arguments,
  described: PoolDescription,
  { folder, print, report }: Environment & { report: Environment['print'] },
): Promise<void> {
  const path = out === undefined || out === '-' ? projectConfig : resolve(folder, out)
  const file = (await readConfigFile(path)) ?? {}
  const domain = await domainOf(described.pool, { region, endpoint })
  const fromPool = configFromPool(described, { region, endpoint, domain })
  const { config, changes } = mergeConfig(file, fromPool, described, host)
  const text = checkedText(config, path, host)
  for (const change of changes) report(change)
  if (out === '-') {
    print(text.trimEnd())
    return
  }
  if (changes.length === 0) {
    report(`${path} is up to date.`)
    return
  }
  await replaceFile(path, text)
  report(`Written: ${path}`)
}
