import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import { type CloudFrontClient, CreateInvalidationCommand } from '@aws-sdk/client-cloudfront'
import type { S3Client } from '@aws-sdk/client-s3'
import { UsageError } from '../UsageError.ts'
import { deploy } from './deploy.ts'
import { DeployInterrupted } from './DeployInterrupted.ts'
import { type GivenConfig, withConfig } from './pickConfig.ts'
import type { DeployContext } from './publish.ts'
import { prerendered, readBuild } from './readBuild.ts'
import { help, type Options, readOptions } from './readOptions.ts'
import { listReleases } from './readState.ts'
import { rollBack } from './rollBack.ts'
import { openSiteBucket } from './siteBucket.ts'
import { type StackOutputs, stackOutputs } from './stackOutputs.ts'

const projectDist = fileURLToPath(new URL('../../dist', import.meta.url))

/** The environment of the command. */
export interface Environment {
  /** @param endpoint of another S3 server. */
  openClients: (endpoint: string | undefined) => {
    s3: S3Client
    cloudFront: CloudFrontClient
    cloudFormation: CloudFormationClient
  }
  now: () => Date
  print: (line: string) => void
  printError: (line: string) => void
  /** The base of relative paths. */
  folder: string
  signal: AbortSignal
}

/** @returns the exit code: 0 done, 1 interrupted, 2 refused before anything was written. */
export async function main(args: string[], environment: Environment): Promise<number> {
  const { printError } = environment
  try {
    await run(readOptions(args), environment)
    return 0
  } catch (error) {
    if (error instanceof UsageError) {
      printError(error.message)
      return 2
    }
    if (error instanceof DeployInterrupted) printError(error.message)
    else {
      const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
      printError(`${reason}\nNothing has been written.`)
    }
    return 1
  }
}

async function run(options: Options, environment: Environment): Promise<void> {
  const { task, destination, dryRun } = options
  const { now, print, signal, folder } = environment
  if (task.kind === 'help') {
    print(help)
    return
  }
  const clients = environment.openClients(options.endpoint)
  const outputs =
    'stack' in destination
      ? await stackOutputs(clients.cloudFormation, destination.stack, signal)
      : undefined
  const { bucket, distribution } =
    'bucket' in destination
      ? destination
      : { bucket: outputs?.SiteBucket ?? '', distribution: outputs?.DistributionId }
  const site = openSiteBucket(clients.s3, bucket, signal)
  const invalidate =
    distribution === undefined
      ? undefined
      : async (paths: string[]) =>
          invalidatePaths(clients.cloudFront, distribution, paths, environment)
  const context: DeployContext = { site, invalidate, now, print, dryRun }
  switch (task.kind) {
    case 'list':
      for (const line of await listReleases(site)) print(line)
      return
    case 'rollBack':
      await rollBack(task.to, context)
      break
    case 'deploy': {
      const dist = resolve(folder, options.dist ?? projectDist)
      const given = await givenConfig(options, outputs, folder)
      await deploy(await prerendered(withConfig(await readBuild(dist), given), dist), context)
    }
  }
  if (outputs && !dryRun) print(outputs.SiteUrl)
}

async function givenConfig(
  { config, destination }: Options,
  outputs: StackOutputs | undefined,
  folder: string,
): Promise<GivenConfig | undefined> {
  const allowed = outputs && { allowedOrigins: outputs.ConnectSources.split(' ') }
  if (config === undefined) {
    const stack = 'stack' in destination ? destination.stack : ''
    const source = `The output PortalConfig of the stack ${stack}`
    return outputs && { text: outputs.PortalConfig, source, isFromStack: true, ...allowed }
  }
  try {
    return { text: await readFile(resolve(folder, config), 'utf8'), source: config, ...allowed }
  } catch (cause) {
    throw new UsageError(`--config: ${config} cannot be read.`, { cause })
  }
}

/**
 * Invalidates addresses with one call, and does not wait for the result: the files have `no-cache`, so
 * this is a second safeguard.
 */
async function invalidatePaths(
  cloudFront: CloudFrontClient,
  DistributionId: string,
  Items: string[],
  { now, signal }: Environment,
): Promise<void> {
  // With the same reference, a retried call is one invalidation.
  const hash = createHash('sha256').update(Items.join('\n')).digest('hex').slice(0, 12)
  const CallerReference = `gatehouse-${now().getTime()}-${hash}`
  const InvalidationBatch = { CallerReference, Paths: { Quantity: Items.length, Items } }
  await cloudFront.send(new CreateInvalidationCommand({ DistributionId, InvalidationBatch }), {
    abortSignal: signal,
  })
}
