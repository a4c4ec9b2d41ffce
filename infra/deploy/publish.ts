import { DeployInterrupted, type Phase } from './DeployInterrupted.ts'
import { inParallel } from './inParallel.ts'
import type { BucketState, Plan } from './plan.ts'
import { type Build, indexPath, type SiteFile, siteFile } from './readBuild.ts'
import { callsAtOnce } from './readState.ts'
import { copyKey, recordBytes, recordKey, type Release } from './releases.ts'
import type { SiteBucket } from './siteBucket.ts'

export interface DeployContext {
  site: SiteBucket
  /** Invalidates addresses in CloudFront; undefined without a distribution. */
  invalidate: ((paths: string[]) => Promise<void>) | undefined
  now: () => Date
  print: (line: string) => void
  /** Prints the plan and writes nothing. */
  dryRun: boolean
}

/** A release to publish, the content of its files, and what has to be written and deleted. */
export interface Publication {
  target: Release
  content: Build
  plan: Plan
  /** Keys to delete at the end. */
  prune: string[]
}

/** Steps that may run in any order, all of them before those of the next stage. */
interface Stage {
  /** Completes the sentence "Interrupted while …". */
  name: string
  phase: Phase
  /** Number of steps at a time; one by default. */
  width?: number
  steps: (() => Promise<void>)[]
}

/**
 * Publishes a release. Until it is stored completely beside the live one, no file that a visitor gets is
 * changed, so index.html never refers to a missing file.
 *
 * @throws DeployInterrupted when a call fails; the live site is complete even then.
 */
export async function publish(
  publication: Publication,
  state: BucketState,
  context: DeployContext,
): Promise<void> {
  const stages = [
    ...storeRelease(publication, context.site),
    ...prepareSwitch(publication, state, context),
    ...switchFiles(publication, context.site),
    ...cleanUp(publication, context),
  ]
  for (const stage of stages) {
    let done = 0
    try {
      await inParallel(stage.steps, stage.width ?? 1, async (step) => {
        await step()
        done += 1
      })
    } catch (cause) {
      const progress = { done, total: stage.steps.length }
      const releases = { live: state.live, target: publication.target.id }
      throw new DeployInterrupted(stage, progress, releases, cause)
    }
  }
}

function storeRelease({ target, content, plan }: Publication, site: SiteBucket): Stage[] {
  const { invalidate: _, ...record } = target
  const pending = plan.invalidate.length > 0 && { invalidate: plan.invalidate }
  const copies = [...content.values()].filter(({ sha256 }) => plan.copies.includes(sha256))
  return [
    {
      name: 'uploading assets',
      phase: 'before',
      width: callsAtOnce,
      steps: plan.assets.map((path) => async () => site.put(fileAt(content, path))),
    },
    {
      name: 'storing copies for a rollback',
      phase: 'before',
      width: callsAtOnce,
      steps: [...new Map(copies.map((file) => [file.sha256, file])).values()].map(
        (file) => async () => site.put({ ...file, path: copyKey(file.sha256) }),
      ),
    },
    {
      name: 'storing the record of the release',
      phase: 'before',
      steps: plan.record ? [async () => putRecord(site, { ...record, ...pending })] : [],
    },
  ]
}

function prepareSwitch(
  { target, plan }: Publication,
  { live, releases }: BucketState,
  { site, now }: DeployContext,
): Stage[] {
  const replaced = releases.find(({ id }) => id === live && id !== target.id)
  return [
    {
      name: 'checking for another deploy',
      phase: 'before',
      steps: plan.files.length > 0 ? [async () => refuseConcurrentDeploy(target, live, site)] : [],
    },
    {
      name: 'storing until when the old release was live',
      phase: 'before',
      steps: replaced
        ? [async () => putRecord(site, { ...replaced, lastLive: now().toISOString() })]
        : [],
    },
  ]
}

function switchFiles({ target, content, plan }: Publication, site: SiteBucket): Stage[] {
  const others = plan.files.filter((path) => path !== indexPath)
  const index = plan.files.filter((path) => path === indexPath)
  return [
    {
      name: 'changing the files beside index.html',
      phase: 'changing',
      steps: others.map((path) => async () => site.put(fileAt(content, path))),
    },
    {
      name: 'storing index.html',
      phase: 'index',
      steps: index.map((path) => async () => site.put(fileAt(content, path), target.id)),
    },
  ]
}

function cleanUp(
  { target, plan, prune }: Publication,
  { site, invalidate }: DeployContext,
): Stage[] {
  const { invalidate: _, ...record } = target
  return [
    {
      name: 'deleting files that this release does not have',
      phase: 'after',
      steps: plan.obsolete.map((path) => async () => site.remove(path)),
    },
    {
      name: 'invalidating CloudFront',
      phase: 'after',
      steps:
        plan.invalidate.length > 0
          ? [async () => invalidate?.(plan.invalidate), async () => putRecord(site, record)]
          : [],
    },
    {
      name: 'deleting expired releases',
      phase: 'after',
      steps: prune.map((key) => async () => site.remove(key)),
    },
  ]
}

function fileAt(content: Build, path: string): SiteFile {
  const file = content.get(path)
  if (!file) throw new Error(`The content of ${path} is missing`)
  return file
}

async function putRecord(site: SiteBucket, release: Release): Promise<void> {
  await site.put(siteFile(recordKey(release.id), recordBytes(release)))
}

/** Of two deploys at once, each would rely on files that the other deletes or replaces. */
async function refuseConcurrentDeploy(
  target: Release,
  live: string | undefined,
  site: SiteBucket,
): Promise<void> {
  const keys = await site.list()
  const missing = Object.keys(target.assets).filter((path) => !keys.has(path))
  if (missing.length > 0) {
    throw new Error(`${missing.join(', ')} was deleted meanwhile: is another deploy running?`)
  }
  const index = keys.has(indexPath) ? await site.head(indexPath) : undefined
  if (index?.release !== live) {
    throw new Error(`Another deploy has published ${index?.release ?? 'another site'} meanwhile`)
  }
}
