import { carryOut, type Stage } from './carryOut.ts'
import type { BucketState, Plan } from './plan.ts'
import { type Build, indexPath, type SiteFile, siteFile } from './readBuild.ts'
import { callsAtOnce } from './readState.ts'
import { copyKey, recordBytes, recordKey, type Release } from './releases.ts'
import type { Site } from './site.ts'

/** Where a release goes, and what tells the time there. */
export interface Place {
  site: Site
  /** Tells CloudFront that addresses have changed; absent where there is none. */
  invalidate: ((paths: string[]) => Promise<void>) | undefined
  now: () => Date
  say: (line: string) => void
  /** Says what would be done, and does nothing. */
  dryRun: boolean
}

/** A release, what its files contain, and what is to be done for it. */
export interface Work {
  target: Release
  content: Build
  plan: Plan
  /** Keys to delete at the end. */
  prune: string[]
}

/**
 * Carries a plan out, in the order that never leaves an index.html without what it needs: until the
 * release is complete beside the live one, nothing is touched that anybody sees.
 *
 * @throws Stopped when a call fails; what is there then is complete in itself.
 */
export async function makeLive(work: Work, state: BucketState, place: Place): Promise<void> {
  const stages = [
    ...besideTheLiveOne(work, place.site),
    ...handingOver(work, state, place),
    ...changing(work, place.site),
    ...tidyingUp(work, place),
  ]
  await carryOut(stages, { live: state.live, target: work.target.id })
}

function besideTheLiveOne({ target, content, plan }: Work, site: Site): Stage[] {
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
      name: 'keeping copies for a rollback',
      phase: 'before',
      width: callsAtOnce,
      steps: [...new Map(copies.map((file) => [file.sha256, file])).values()].map(
        (file) => async () => site.put({ ...file, path: copyKey(file.sha256) }),
      ),
    },
    {
      name: 'writing down what the release is made of',
      phase: 'before',
      width: 1,
      steps: plan.record ? [async () => putRecord(site, { ...record, ...pending })] : [],
    },
  ]
}

function handingOver({ target, plan }: Work, state: BucketState, { site, now }: Place): Stage[] {
  const replaced = state.releases.find(({ id }) => id === state.live && id !== target.id)
  return [
    {
      name: 'taking a last look',
      phase: 'before',
      width: 1,
      steps: plan.files.length > 0 ? [async () => lastLook(target, state.live, site)] : [],
    },
    {
      name: 'writing down until when the old release was live',
      phase: 'before',
      width: 1,
      steps: replaced
        ? [async () => putRecord(site, { ...replaced, lastLive: now().toISOString() })]
        : [],
    },
  ]
}

function changing({ target, content, plan }: Work, site: Site): Stage[] {
  return [
    {
      name: 'changing the files beside index.html',
      phase: 'changing',
      width: 1,
      steps: plan.files
        .filter((path) => path !== indexPath)
        .map((path) => async () => site.put(fileAt(content, path))),
    },
    {
      name: 'putting index.html',
      phase: 'index',
      width: 1,
      steps: plan.files
        .filter((path) => path === indexPath)
        .map((path) => async () => site.put(fileAt(content, path), target.id)),
    },
  ]
}

function tidyingUp({ target, plan, prune }: Work, { site, invalidate }: Place): Stage[] {
  const { invalidate: _, ...record } = target
  return [
    {
      name: 'deleting files that this release does not have',
      phase: 'after',
      width: 1,
      steps: plan.gone.map((path) => async () => site.remove(path)),
    },
    {
      name: 'telling CloudFront what has changed',
      phase: 'after',
      width: 1,
      steps:
        plan.invalidate.length > 0
          ? [async () => invalidate?.(plan.invalidate), async () => putRecord(site, record)]
          : [],
    },
    {
      name: 'deleting what nobody can need any more',
      phase: 'after',
      width: 1,
      steps: prune.map((key) => async () => site.remove(key)),
    },
  ]
}

function fileAt(content: Build, path: string): SiteFile {
  const file = content.get(path)
  if (!file) throw new Error(`Nobody has the content of ${path}`)
  return file
}

async function putRecord(site: Site, release: Release): Promise<void> {
  await site.put(siteFile(recordKey(release.id), recordBytes(release)))
}

/** Two deploys at once would each believe in what the other deletes or replaces. */
async function lastLook(target: Release, live: string | undefined, site: Site): Promise<void> {
  const there = await site.list()
  const missing = Object.keys(target.assets).filter((path) => !there.has(path))
  if (missing.length > 0) {
    throw new Error(`${missing.join(', ')} was deleted meanwhile: is another deploy running?`)
  }
  const index = there.has(indexPath) ? await site.look(indexPath) : undefined
  if (index?.release !== live) {
    throw new Error(`Another deploy has made ${index?.release ?? 'something else'} live meanwhile`)
  }
}
