import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { adviceOn, isRefused, spokenAdvice } from './advice.ts'
import { checkedText, readConfigFile, replaceFile } from './configFile.ts'
import { configOf } from './configOf.ts'
import { domainOf } from './domainOf.ts'
import { keepChoices } from './keepChoices.ts'
import { holding, merge } from './merge.ts'
import { type Arguments, readArguments, usage } from './readArguments.ts'
import { type PoolFacts, readPool } from './readPool.ts'
import { Refusal } from '../Refusal.ts'

const projectConfig = fileURLToPath(new URL('../../public/portal.config.json', import.meta.url))

/** What the command has from the world around it. */
export interface World {
  open: (region: string, endpoint?: string) => CognitoIdentityProviderClient
  say: (text: string) => void
  complain: (text: string) => void
  /** Where relative paths start. */
  folder: string
}

/** @returns the exit code: 0 done, 1 checked and found dangerous, 2 refused, and nothing was written. */
export async function main(args: string[], world: World): Promise<number> {
  try {
    const given = readArguments(args)
    if (given.help) {
      world.say(usage)
      return 0
    }
    return await run(given, world)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    world.complain(error.message)
    return 2
  }
}

async function run(given: Arguments, world: World): Promise<number> {
  const sdk = world.open(given.region, given.endpoint)
  try {
    const facts = await readPool(sdk, given.poolId, given.clientId)
    const advice = adviceOn({ ...facts, host: given.host })
    // What is printed is to be the config alone.
    const tell = given.out === '-' ? world.complain : world.say
    tell(spokenAdvice(advice))
    if (given.check) return advice.some(({ severity }) => severity === 'dangerous') ? 1 : 0
    if (isRefused(advice)) throw new Refusal('No config was written: see what is dangerous above.')
    await write(given, facts, { ...world, tell })
    return 0
  } finally {
    sdk.destroy()
  }
}

async function write(
  { out, host, region, endpoint }: Arguments,
  facts: PoolFacts,
  { folder, say, tell }: World & { tell: World['say'] },
): Promise<void> {
  const path = out === undefined || out === '-' ? projectConfig : resolve(folder, out)
  const file = (await readConfigFile(path)) ?? {}
  const domain = await domainOf(facts.pool, { region, endpoint })
  const fresh = configOf(facts, { region, endpoint, domain })
  const chosen = keepChoices(fresh, holding(file, host), facts)
  const { config, changes } = merge(file, chosen, host)
  const text = checkedText(config, path, host)
  for (const change of changes) tell(change)
  if (out === '-') {
    say(text.trimEnd())
    return
  }
  if (changes.length === 0) {
    tell(`${path} says all of this already.`)
    return
  }
  await replaceFile(path, text)
  tell(`Written: ${path}`)
}
