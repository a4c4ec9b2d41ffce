import { carryOut, type Stage } from './carryOut.ts'
import type { BucketState, Plan } from './plan.ts'
import { type Build, indexPath, siteFile } from './readBuild.ts'
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

/**
 * Carries a plan out, in the order that never leaves an index.html without what it needs: until the
 * release is complete beside the live one, nothing is touched that anybody sees.
 *
 * @throws Stopped when a call fails; what is there then is complete in itself.
 */
export async function makeLive(
  {
    target,
    content,
    plan,
    prune,
  }: { target: Release; content: Build; plan: Plan; prune: string[] },
  state: BucketState,
  { site, invalidate, now }: Place,
): Promise<void> {
  const fileAt = (path: string) => {
    const file = content.get(path)
    if (!file) throw new Error(`Nobody has the content of ${path}`)
    return file
  }
  const putRecord = async (release: Release) =>
    site.put(siteFile(recordKey(release.id), recordBytes(release)))
  const { invalidate: _, ...settled } = target
  const replaced = state.releases.find(({ id }) => id === state.live && id !== target.id)
  const copied = new Map([...content.values()].map((file) => [file.sha256, file]))
  const stages: Stage[] = [
    {
      name: 'uploading assets',
      phase: 'before',
      width: callsAtOnce,
      steps: plan.assets.map((path) => async () => site.put(fileAt(path))),
    },
    {
      name: 'keeping copies for a rollback',
      phase: 'before',
      width: callsAtOnce,
      steps: plan.copies.flatMap((sha256) => {
        const file = copied.get(sha256)
        return file ? [async () => site.put({ ...file, path: copyKey(sha256) })] : []
      }),
    },
    {
      name: 'writing down what the release is made of',
      phase: 'before',
      width: 1,
      steps: plan.record
        ? [
            async () =>
              putRecord({
                ...settled,
                ...(plan.invalidate.length > 0 && { invalidate: plan.invalidate }),
              }),
          ]
        : [],
    },
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
        ? [async () => putRecord({ ...replaced, lastLive: now().toISOString() })]
        : [],
    },
    {
      name: 'changing the files beside index.html',
      phase: 'changing',
      width: 1,
      steps: plan.files
        .filter((path) => path !== indexPath)
        .map((path) => async () => site.put(fileAt(path))),
    },
    {
      name: 'putting index.html',
      phase: 'index',
      width: 1,
      steps: plan.files
        .filter((path) => path === indexPath)
        .map((path) => async () => site.put(fileAt(path), target.id)),
    },
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
          ? [async () => invalidate?.(plan.invalidate), async () => putRecord(settled)]
          : [],
    },
    {
      name: 'deleting what nobody can need any more',
      phase: 'after',
      width: 1,
      steps: prune.map((key) => async () => site.remove(key)),
    },
  ]
  await carryOut(stages, { live: state.live, target: target.id })
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
