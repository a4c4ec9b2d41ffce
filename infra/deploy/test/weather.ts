import { createHash } from 'node:crypto'
import type { S3Client } from '@aws-sdk/client-s3'
import { deploy } from '../deploy.ts'
import { inParallel } from '../inParallel.ts'
import type { Place } from '../makeLive.ts'
import type { Build } from '../readBuild.ts'
import { type Phase, Stopped } from '../Stopped.ts'
import { findViolations } from './findViolations.ts'
import { type Call, type Fault, type LocalS3, startLocalS3, type StoredObject } from './localS3.ts'
import { openPlace, openS3 } from './openPlace.ts'
import { buildOf, sampleFiles } from './sampleBuild.ts'

/** Two chunks behind an entry, one of them in every build: all that order is about. */
async function smallBuild(name: string): Promise<Build> {
  const { 'favicon.svg': _, [`assets/worker-${name}00.js`]: __, ...files } = sampleFiles(name)
  for (const path of Object.keys(files)) {
    files[path] = files[path]?.replace(/<link [^>]*>|new Worker\(.*?\);/g, '') ?? ''
  }
  return buildOf(files)
}

/** A server, and buckets to begin with: one without anything, and one where A is live. */
interface Weather {
  local: LocalS3
  s3: S3Client
  builds: { A: Build; B: Build }
  starts: string[]
}

async function openWeather(): Promise<Weather> {
  const local = await startLocalS3()
  const s3 = openS3(local.endpoint)
  const builds = { A: await smallBuild('A'), B: await smallBuild('B') }
  const starts = [await local.newBucket(), await local.newBucket()]
  await deploy(builds.A, openPlace(s3, starts[1] ?? '', '2026-11-01T10:00:00Z'))
  return { local, s3, builds, starts }
}

/** From 0 to 1, the same for the same seed and words whatever else happens, and in whatever order. */
function chance(seed: number, ...words: (string | number)[]): number {
  const hash = createHash('sha256')
    .update([seed, ...words].join(' '))
    .digest()
  return hash.readUInt32BE(0) / 2 ** 32
}

/**
 * Which calls of a run fail: up to half of them. In every fourth run none does until the process is
 * gone, a call later each time; in another fourth it goes at any time.
 */
function faultsOf(seed: number): (call: Call) => Fault | undefined {
  const ends = [Math.floor(chance(seed, 'last') * 60), Math.floor(seed / 4)]
  const lastCall = ends[seed % 4] ?? Infinity
  const rate = seed % 4 === 1 ? 0 : chance(seed, 'rate') / 2
  const attempts = new Map<string, number>()
  let calls = 0
  return ({ operation, key }) => {
    calls += 1
    if (calls > lastCall) return 'reset'
    const name = `${operation} ${key}`
    const attempt = (attempts.get(name) ?? 0) + 1
    attempts.set(name, attempt)
    if (chance(seed, name, attempt) >= rate) return undefined
    const kinds: Fault[] = ['error500', 'slowDown', 'reset', 'lostAnswer']
    // Without a checksum of its own, s3rver stores what S3 would have refused.
    if (operation === 'PUT' && key.startsWith('assets/')) kinds.push('garbled')
    return kinds[Math.floor(chance(seed, name, attempt, 'kind') * kinds.length)]
  }
}

interface Result {
  /** Or the phase in which it was aborted. */
  outcome: 'completed' | 'reading' | Phase
  checks: number
  violations: string[]
}

/** Deploys B with faults, then without until it is live, and looks at the bucket after every write. */
async function runOnce({ local, s3, builds, starts }: Weather, seed: number): Promise<Result> {
  const bucket = await local.copyOf(starts[seed % 2] ?? '')
  const result: Result = { outcome: 'completed', checks: 0, violations: [] }
  const note = (violations: string[]) => {
    result.checks += 1
    result.violations.push(...violations.map((violation) => `run ${seed}: ${violation}`))
  }
  const objects = await local.objects(bucket)
  const afterWrite = async ({ key }: Call) => {
    const object = await local.object(bucket, key)
    if (object) objects.set(key, object)
    else objects.delete(key)
    note(findViolations(objects, builds, 'B'))
  }
  const place = openPlace(s3, bucket, '2026-11-20T10:00:00Z')
  local.watch(bucket, { fault: faultsOf(seed), afterWrite })
  let heard = 0
  const invalidate = async (paths: string[]) => {
    heard += 1
    if (chance(seed, 'invalidation') < 0.3 && heard === 1) throw new Error('Too many at once')
    place.invalidated.push(paths)
  }
  try {
    await deploy(builds.B, { ...place, invalidate })
  } catch (error) {
    result.outcome = error instanceof Stopped ? error.phase : 'reading'
    note(saysTheTruth(error, liveIn(await local.objects(bucket), builds.B)))
  }
  local.watch(bucket, { afterWrite })
  if (result.outcome !== 'completed')
    await deploy(builds.B, { ...place, invalidate: place.invalidate })
  note(differences(await local.objects(bucket), builds.B, seed % 2 === 1 ? [builds.A] : []))
  if (seed % 10 < 2) note(await secondTime(local, bucket, builds.B, place))
  if (!place.invalidated.flat().includes('/index.html')) note(['CloudFront was never told'])
  return result
}

/** Once it has converged, there is nothing left to write. */
async function secondTime(
  local: LocalS3,
  bucket: string,
  build: Build,
  place: Place,
): Promise<string[]> {
  const written: string[] = []
  local.watch(bucket, { afterWrite: async ({ key }) => void written.push(key) })
  await deploy(build, place)
  return written.map((key) => `${key} was written a second time`)
}

function liveIn(objects: ReadonlyMap<string, StoredObject>, build: Build): string {
  const index = objects.get('index.html')?.bytes
  return index?.equals(build.get('index.html')?.bytes ?? new Uint8Array()) ? 'B' : 'before'
}

/** What an operator reads about the site must be so. */
function saysTheTruth(error: unknown, live: string): string[] {
  // A call of the reading part: nothing was written then.
  if (!(error instanceof Stopped))
    return live === 'B' ? [`went live, and then: ${String(error)}`] : []
  const claimsOld = /live site is as before|index\.html is as before/.test(error.message)
  const claimsNew = /is live and complete/.test(error.message)
  return (claimsOld && live === 'B') || (claimsNew && live !== 'B') ? [error.message] : []
}

/** Against the build, file by file; of earlier ones the assets must be there as well, and nothing else. */
function differences(
  objects: ReadonlyMap<string, StoredObject>,
  build: Build,
  earlier: Build[],
): string[] {
  const kept = earlier.flatMap((one) => [...one].filter(([path]) => path.startsWith('assets/')))
  const wanted = new Map([...kept, ...build])
  const served = [...objects].filter(([key]) => !key.startsWith('releases/'))
  return [
    ...served.filter(([key]) => !wanted.has(key)).map(([key]) => `${key} is left over`),
    ...[...wanted]
      .filter(([path, { bytes }]) => objects.get(path)?.bytes.equals(bytes) !== true)
      .map(([path]) => `${path} is not as built`),
  ]
}

/** @param seeds of the runs: even ones begin with an empty bucket, odd ones where A is live. */
export async function weather(seeds: number[]) {
  const open = await openWeather()
  const results: Result[] = []
  try {
    await inParallel(seeds, 4, async (seed) => {
      results.push(await runOnce(open, seed))
    })
  } finally {
    open.s3.destroy()
    await open.local.close()
  }
  const counts: Partial<Record<Result['outcome'], number>> = {}
  for (const { outcome } of results) counts[outcome] = (counts[outcome] ?? 0) + 1
  return {
    counts,
    checks: results.reduce((sum, { checks }) => sum + checks, 0),
    violations: results.flatMap(({ violations }) => violations),
  }
}
