import { parseArgs } from 'node:util'
import { settings } from '../settings.ts'
import { UsageError } from '../UsageError.ts'

export const help = `npm run deploy -- [options]

Uploads the build in dist/ to the site: assets first, index.html last. Verifies every object, keeps the
chunks of earlier releases for 30 days, and continues after an interruption when it is run again.

Destination
  --stack NAME         the CloudFormation stack of the site (default: the one in infra/settings.ts)
  --bucket NAME        without a stack: the bucket
  --distribution ID    without a stack: the CloudFront distribution in front of it

Content
  --dist DIR           the build (default: dist)
  --config FILE        the file to serve as portal.config.json (default: the build's own, with the
                       settings that the stack decides)

Instead of a build
  --releases           list the stored releases, newest first
  --release ID         roll back to that release, with its config and other files

  --dry-run            print what would be done, and change nothing
  --endpoint URL       another S3 server, for a trial
  --help               this text

Credentials and region come from the environment, as for every AWS tool (AWS_PROFILE, AWS_REGION, ...).
The required permissions are in infra/deploy/privileges.ts.

Exit code: 0 done or nothing to do, 1 interrupted (run it again), 2 refused before anything was
written.`

export interface Options {
  task: { kind: 'deploy' } | { kind: 'list' } | { kind: 'rollBack'; to: string } | { kind: 'help' }
  destination: { stack: string } | { bucket: string; distribution: string | undefined }
  /** Undefined for the project's own. */
  dist: string | undefined
  config: string | undefined
  endpoint: string | undefined
  dryRun: boolean
}

/** @throws UsageError if the options are unknown or contradict each other. */
export function readOptions(args: string[]): Options {
  const { stack, bucket, distribution, dist, config, endpoint, release, ...flags } = parse(args)
  const refuse = (message: string) => new UsageError(`${message} See --help.`)
  if (bucket !== undefined && stack !== undefined) {
    throw refuse('--stack and --bucket are both destinations: give one of them.')
  }
  if (distribution !== undefined && bucket === undefined) {
    throw refuse('--distribution needs --bucket; a stack has its own distribution.')
  }
  if (release !== undefined && flags.releases) {
    throw refuse('--releases lists releases, --release ID rolls back to one: give one of them.')
  }
  if (release !== undefined && config !== undefined) {
    throw refuse('--release restores the config of that release: leave out --config.')
  }
  let task: Options['task'] = { kind: 'deploy' }
  if (flags.help) task = { kind: 'help' }
  else if (flags.releases) task = { kind: 'list' }
  else if (release !== undefined) task = { kind: 'rollBack', to: release }
  return {
    task,
    destination:
      bucket === undefined ? { stack: stack ?? settings.stackName } : { bucket, distribution },
    dist,
    config,
    endpoint,
    dryRun: flags['dry-run'] ?? false,
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        stack: { type: 'string' },
        bucket: { type: 'string' },
        distribution: { type: 'string' },
        dist: { type: 'string' },
        config: { type: 'string' },
        endpoint: { type: 'string' },
        release: { type: 'string' },
        releases: { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    throw new UsageError(`${message}. See --help.`, { cause })
  }
}
