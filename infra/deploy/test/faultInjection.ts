import { createHash } from 'node:crypto'
import type { S3Client } from '@aws-sdk/client-s3'
import { deploy } from '../deploy.ts'
import { inParallel } from '../inParallel.ts'
import type { DeployContext } from '../publish.ts'
import type { Build } from '../readBuild.ts'
import { type Phase, DeployInterrupted } from '../DeployInterrupted.ts'
import { findViolations } from './findViolations.ts'
import { type Call, type Fault, type LocalS3, startLocalS3, type StoredObject } from './localS3.ts'
import { createContext, openS3 } from './deployContext.ts'
import { buildOf, sampleFiles } from './sampleBuild.ts'

/** An entry and two chunks, one of them shared by all builds: enough to test the order of uploads. */
async function smallBuild(name: string): Promise<Build> {
  const { 'favicon.svg': _, [`assets/worker-${name}00.js`]: __, ...files } = sampleFiles(name)
  for (const path of Object.keys(files)) {
    files[path] = files[path]?.replace(/<link [^>]*>|new Worker\(.*?\);/g, '') ?? ''
  }
  return buildOf(files)
}

/** A server, and two buckets to start from: an empty one, and one where A is live. */
interface Fixture {
  local: LocalS3
  s3: S3Client
  builds: { A: Build; B: Build }
  starts: string[]
}

async function createFixture(): Promise<Fixture> {
  const local = await startLocalS3()
  const s3 = openS3(local.endpoint)
  const builds = { A: await smallBuild('A'), B: await smallBuild('B') }
  const starts = [await local.newBucket(), await local.newBucket()]
  await deploy(builds.A, createContext(s3, starts[1] ?? '', '2026-11-01T10:00:00Z'))
  return { local, s3, builds, starts }
}

/** A number from 0 to 1 that depends only on seed and words, not on the order of calls. */
function chance(seed: number, ...words: (string | number)[]): number {
  const hash = createHash('sha256')
    .update([seed, ...words].join(' '))
    .digest()
  return hash.readUInt32BE(0) / 2 ** 32
}

/**
 * Chooses the calls of a run that fail: up to half of them. In every fourth run the process dies after
 * an increasing number of calls and none fails before; in another fourth it dies at a random call.
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
    // S3 would refuse such an upload by its checksum; s3rver has none.
    if (operation === 'PUT' && key.startsWith('assets/')) kinds.push('garbled')
    return kinds[Math.floor(chance(seed, name, attempt, 'kind') * kinds.length)]
  }
}

interface Result {
  /** The phase of the interruption, or `completed`. */
  outcome: 'completed' | 'reading' | Phase
  checks: number
  violations: string[]
}

/** Deploys B with faults, then without, and checks the bucket after every write. */
async function runOnce({ local, s3, builds, starts }: Fixture, seed: number): Promise<Result> {
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
  const context = createContext(s3, bucket, '2026-11-20T10:00:00Z')
  local.watch(bucket, { fault: faultsOf(seed), afterWrite })
  let attempts = 0
  const invalidate = async (paths: string[]) => {
    attempts += 1
    if (chance(seed, 'invalidation') < 0.3 && attempts === 1) throw new Error('Too many at once')
    context.invalidated.push(paths)
  }
  try {
    await deploy(builds.B, { ...context, invalidate })
  } catch (error) {
    result.outcome = error instanceof DeployInterrupted ? error.phase : 'reading'
    note(checkMessage(error, liveIn(await local.objects(bucket), builds.B)))
  }
  local.watch(bucket, { afterWrite })
  if (result.outcome !== 'completed')
    await deploy(builds.B, { ...context, invalidate: context.invalidate })
  note(differences(await local.objects(bucket), builds.B, seed % 2 === 1 ? [builds.A] : []))
  if (seed % 10 < 2) note(await deployAgain(local, bucket, builds.B, context))
  if (!context.invalidated.flat().includes('/index.html'))
    note(['CloudFront was never invalidated'])
  return result
}

/** A further deploy of the same build must write nothing. */
async function deployAgain(
  local: LocalS3,
  bucket: string,
  build: Build,
  context: DeployContext,
): Promise<string[]> {
  const written: string[] = []
  local.watch(bucket, { afterWrite: async ({ key }) => void written.push(key) })
  await deploy(build, context)
  return written.map((key) => `${key} was written a second time`)
}

function liveIn(objects: ReadonlyMap<string, StoredObject>, build: Build): string {
  const index = objects.get('index.html')?.bytes
  return index?.equals(build.get('index.html')?.bytes ?? new Uint8Array()) ? 'B' : 'before'
}

/** The message must describe the real state of the site. */
function checkMessage(error: unknown, live: string): string[] {
  // Another error comes from reading, when nothing was written.
  if (!(error instanceof DeployInterrupted))
    return live === 'B' ? [`live, but failed with: ${String(error)}`] : []
  const claimsOld = /live site is unchanged|index\.html is unchanged/.test(error.message)
  const claimsNew = /is live and complete/.test(error.message)
  return (claimsOld && live === 'B') || (claimsNew && live !== 'B') ? [error.message] : []
}

/** Compares the bucket with the build and the assets of earlier builds, file by file. */
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
      .map(([path]) => `${path} differs from the build`),
  ]
}

/** @param seeds of the runs: even ones start with an empty bucket, odd ones where A is live. */
export async function runWithFaults(seeds: number[]) {
  const fixture = await createFixture()
  const results: Result[] = []
  try {
    await inParallel(seeds, 4, async (seed) => {
      results.push(await runOnce(fixture, seed))
    })
  } finally {
    fixture.s3.destroy()
    await fixture.local.close()
  }
  const counts: Partial<Record<Result['outcome'], number>> = {}
  for (const { outcome } of results) counts[outcome] = (counts[outcome] ?? 0) + 1
  return {
    counts,
    checks: results.reduce((sum, { checks }) => sum + checks, 0),
    violations: results.flatMap(({ violations }) => violations),
  }
}
