import { parseArgs } from 'node:util'
import { settings } from '../settings.ts'
import { Refusal } from '../Refusal.ts'

export const help = `npm run deploy -- [options]

Puts the build in dist/ on the site: hashed assets first, index.html last. Every object is verified,
chunks of earlier releases stay for 30 days, and a run that was stopped goes on where it was.

Where to
  --stack NAME         the CloudFormation stack of the site (default: the one of infra/settings.ts)
  --bucket NAME        without a stack: the bucket
  --distribution ID    without a stack: the CloudFront distribution in front of it

What
  --dist DIR           the build (default: dist)
  --config FILE        what to serve as portal.config.json (default: the build's own, with what the
                       stack decides in it)

Or, instead of a build
  --releases           list the releases that are there, newest first
  --release ID         go back to that release, its config and other files included

  --dry-run            say what would be done, and do nothing
  --endpoint URL       another S3, for trying things out
  --help               this text

Credentials and region are found as every AWS tool finds them (AWS_PROFILE, AWS_REGION, ...). What they
must be allowed is in infra/deploy/privileges.ts.

Ends with 0 when done or when there was nothing to do, with 1 when stopped on the way (run it again),
with 2 when refused before anything was written.`

/** What was asked for on the command line. */
export interface Options {
  task: { is: 'deploy' } | { is: 'list' } | { is: 'rollBack'; to: string } | { is: 'help' }
  where: { stack: string } | { bucket: string; distribution: string | undefined }
  /** Absent for the project's own. */
  dist: string | undefined
  config: string | undefined
  endpoint: string | undefined
  dryRun: boolean
}

/** @throws Refusal when they make no sense. */
export function readOptions(args: string[]): Options {
  const { stack, bucket, distribution, dist, config, endpoint, release, ...flags } = parse(args)
  const refuse = (message: string) => new Refusal(`${message} See --help.`)
  if (bucket !== undefined && stack !== undefined) {
    throw refuse('--stack and --bucket both say where to: give one of them.')
  }
  if (distribution !== undefined && bucket === undefined) {
    throw refuse('--distribution goes with --bucket; a stack names its own.')
  }
  if (release !== undefined && flags.releases) {
    throw refuse('--releases lists, --release ID goes back to one: give one of them.')
  }
  if (release !== undefined && config !== undefined) {
    throw refuse(
      '--release puts the config of that release back, so --config has no place beside it.',
    )
  }
  return {
    task: taskOf(release, flags),
    where: bucket === undefined ? { stack: stack ?? settings.stackName } : { bucket, distribution },
    dist,
    config,
    endpoint,
    dryRun: flags['dry-run'] ?? false,
  }
}

function taskOf(
  release: string | undefined,
  flags: { help?: boolean | undefined; releases?: boolean | undefined },
): Options['task'] {
  if (flags.help) return { is: 'help' }
  if (flags.releases) return { is: 'list' }
  return release === undefined ? { is: 'deploy' } : { is: 'rollBack', to: release }
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
    throw new Refusal(`${message}. See --help.`, { cause })
  }
}
