import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Clients } from './clients.ts'
import { deploy } from './deploy.ts'
import { invalidation } from './invalidate.ts'
import { listReleases } from './listReleases.ts'
import type { Place } from './makeLive.ts'
import { type GivenConfig, withConfig } from './pickConfig.ts'
import { readBuild } from './readBuild.ts'
import { help, type Options, readOptions } from './readOptions.ts'
import { Refusal } from '../Refusal.ts'
import { rollBack } from './rollBack.ts'
import { openSite } from './site.ts'
import { type StackOutputs, stackOutputs } from './stackOutputs.ts'
import { Stopped } from './Stopped.ts'

const projectDist = fileURLToPath(new URL('../../dist', import.meta.url))

/** What the command has from the world around it. */
export interface World {
  open: (endpoint: string | undefined) => Clients
  now: () => Date
  say: (line: string) => void
  complain: (line: string) => void
  /** Where relative paths start. */
  folder: string
  signal: AbortSignal
}

/** @returns the exit code: 0 done, 1 stopped on the way, 2 refused before anything was written. */
export async function main(args: string[], world: World): Promise<number> {
  try {
    await run(readOptions(args), world)
    return 0
  } catch (error) {
    if (error instanceof Refusal) {
      world.complain(error.message)
      return 2
    }
    world.complain(error instanceof Stopped ? error.message : beforeWriting(error))
    return 1
  }
}

function beforeWriting(error: unknown): string {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return `${reason}\nNothing has been written.`
}

async function run(options: Options, world: World): Promise<void> {
  const { task, where, dryRun } = options
  const { now, say, signal } = world
  if (task.is === 'help') {
    say(help)
    return
  }
  const clients = world.open(options.endpoint)
  const outputs =
    'stack' in where ? await stackOutputs(clients.cloudFormation, where.stack, signal) : undefined
  const { bucket, distribution } =
    'bucket' in where
      ? where
      : { bucket: outputs?.SiteBucket ?? '', distribution: outputs?.DistributionId }
  const site = openSite(clients.s3, bucket, signal)
  const invalidate =
    distribution === undefined
      ? undefined
      : invalidation(clients.cloudFront, distribution, { now, abortSignal: signal })
  const place: Place = { site, invalidate, now, say, dryRun }
  switch (task.is) {
    case 'list':
      for (const line of await listReleases(site)) say(line)
      return
    case 'rollBack':
      await rollBack(task.to, place)
      break
    case 'deploy': {
      const build = await readBuild(resolve(world.folder, options.dist ?? projectDist))
      await deploy(withConfig(build, await givenConfig(options, outputs, world.folder)), place)
    }
  }
  if (outputs && !dryRun) say(outputs.SiteUrl)
}

async function givenConfig(
  { config, where }: Options,
  outputs: StackOutputs | undefined,
  folder: string,
): Promise<GivenConfig | undefined> {
  const admitted = outputs && { connectSources: outputs.ConnectSources.split(' ') }
  if (config === undefined) {
    const from = 'stack' in where ? `The output PortalConfig of the stack ${where.stack}` : ''
    return outputs && { text: outputs.PortalConfig, from, isOfStack: true, ...admitted }
  }
  try {
    return { text: await readFile(resolve(folder, config), 'utf8'), from: config, ...admitted }
  } catch (cause) {
    throw new Refusal(`--config: ${config} cannot be read.`, { cause })
  }
}
