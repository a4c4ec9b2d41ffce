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

/**
 * Publishes a release. Until it is stored completely beside the live one, no file that a visitor gets is
 * changed, so index.html never refers to a missing file.
 *
 * @throws DeployInterrupted when a call fails; the live site is complete even then.
 */
export async function publish(
  { target, content, plan, prune }: Publication,
  { live, releases }: BucketState,
  { site, invalidate, now }: DeployContext,
): Promise<void> {
  /** @param name completes the sentence "Interrupted while …". */
  async function stage<Item>(
    name: string,
    phase: Phase,
    items: Item[],
    work: (item: Item) => Promise<void>,
    width = 1,
  ): Promise<void> {
    let done = 0
    try {
      await inParallel(items, width, async (item) => {
        await work(item)
        done += 1
      })
    } catch (cause) {
      const progress = { done, total: items.length }
      throw new DeployInterrupted({ name, phase }, progress, { live, target: target.id }, cause)
    }
  }

  const putRecord = async (release: Release) =>
    site.put(siteFile(recordKey(release.id), recordBytes(release)))
  const put = async (path: string) => site.put(fileAt(content, path))
  const putCopy = async (file: SiteFile) => site.put({ ...file, path: copyKey(file.sha256) })
  const putIndex = async (path: string) => site.put(fileAt(content, path), target.id)

  const { invalidate: _, ...record } = target
  const copies = new Map(
    [...content.values()]
      .filter(({ sha256 }) => plan.copies.includes(sha256))
      .map((file) => [file.sha256, file]),
  )
  const hasInvalidation = plan.invalidate.length > 0
  const pending = { ...record, ...(hasInvalidation && { invalidate: plan.invalidate }) }
  await stage('uploading assets', 'before', plan.assets, put, callsAtOnce)
  await stage('storing copies for a rollback', 'before', [...copies.values()], putCopy, callsAtOnce)
  const records = plan.record ? [pending] : []
  await stage('storing the record of the release', 'before', records, putRecord)

  const checks = plan.files.length > 0 ? [target.assets] : []
  await stage('checking for another deploy', 'before', checks, async (assets) =>
    refuseConcurrentDeploy(assets, live, site),
  )
  const replaced = releases.filter(({ id }) => id === live && id !== target.id)
  await stage('storing until when the old release was live', 'before', replaced, async (release) =>
    putRecord({ ...release, lastLive: now().toISOString() }),
  )

  const others = plan.files.filter((path) => path !== indexPath)
  const index = plan.files.filter((path) => path === indexPath)
  await stage('changing the files beside index.html', 'changing', others, put)
  await stage('storing index.html', 'index', index, putIndex)

  const remove = async (key: string) => site.remove(key)
  await stage('deleting files that this release does not have', 'after', plan.obsolete, remove)
  const invalidations = hasInvalidation ? [plan.invalidate] : []
  await stage('invalidating CloudFront', 'after', invalidations, async (paths) => {
    await invalidate?.(paths)
    await putRecord(record)
  })
  await stage('deleting expired releases', 'after', prune, remove)
}

function fileAt(content: Build, path: string): SiteFile {
  const file = content.get(path)
  if (!file) throw new Error(`The content of ${path} is missing`)
  return file
}

/** Of two deploys at once, each would rely on files that the other deletes or replaces. */
async function refuseConcurrentDeploy(
  assets: Release['assets'],
  live: string | undefined,
  site: SiteBucket,
): Promise<void> {
  const keys = await site.list()
  const missing = Object.keys(assets).filter((path) => !keys.has(path))
  if (missing.length > 0) {
    throw new Error(`${missing.join(', ')} was deleted meanwhile: is another deploy running?`)
  }
  const index = keys.has(indexPath) ? await site.head(indexPath) : undefined
  if (index?.release !== live) {
    throw new Error(`Another deploy has published ${index?.release ?? 'another site'} meanwhile`)
  }
}
