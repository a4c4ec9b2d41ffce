import { UsageError } from '../UsageError.ts'
import { checkBuild } from './checkBuild.ts'
import { type BucketState, isDone, planPruning, planRelease } from './plan.ts'
import { type DeployContext, type Publication, publish } from './publish.ts'
import type { Build } from './readBuild.ts'
import { readObjects, readOverview } from './readState.ts'
import { type Release, releaseOf } from './releases.ts'

/**
 * Publishes a build.
 *
 * @throws UsageError before anything is written, if the build or the bucket is not fit for it;
 *   DeployInterrupted when a call fails later.
 */
export async function deploy(build: Build, context: DeployContext): Promise<void> {
  const { site, now, print } = context
  const started = now()
  for (const note of checkBuild(build, started)) print(note)
  const overview = await readOverview(site)
  const fresh = releaseOf(build, started)
  // The same content is the same release, be it live, interrupted or an old one.
  const same = overview.releases.filter(({ content }) => content === fresh.content)
  const target = same.find(({ id }) => id === overview.live) ?? same[0] ?? fresh
  const state = { ...overview, objects: await readObjects(site, overview, target) }
  refuseChangedAssets(target, state)
  const plan = planRelease(target, state)
  const prune = planPruning(target, state, started)
  await executePlan({ target, content: build, plan, prune }, state, context)
}

/** Prints the plan, and publishes unless this is a dry run. */
export async function executePlan(
  publication: Publication,
  state: BucketState,
  context: DeployContext,
): Promise<void> {
  const { plan, prune, target } = publication
  if (isDone(plan) && prune.length === 0) {
    context.print(`Nothing to do: release ${target.id} is live and complete.`)
    return
  }
  printPlan(publication, state, context)
  if (context.dryRun) {
    context.print('This was a dry run: nothing was written.')
    return
  }
  await publish(publication, state, context)
  context.print(`Release ${target.id} is live.`)
}

/** Prints how many objects will change; in a dry run, also their names. */
function printPlan(
  { target, plan, prune }: Publication,
  { live }: BucketState,
  { print, dryRun, invalidate }: DeployContext,
): void {
  const stored = Object.keys(target.assets).length - plan.assets.length
  const relation = live === target.id ? ' is live already' : ` replaces ${live ?? 'nothing'}`
  print(`Release ${target.id}${relation}`)
  const lists: [description: string, names: string[]][] = [
    [`assets to upload (${stored} are there already)`, plan.assets],
    ['copies to store for a rollback', plan.copies.map((sha256) => sha256.slice(0, 12))],
    ['other files to upload, index.html last', plan.files],
    ['files to delete that this release does not have', plan.obsolete],
    ['addresses to invalidate', invalidate ? plan.invalidate : []],
    ['objects to delete that no page opened in the last 30 days needs', prune],
  ]
  for (const [description, names] of lists) {
    if (names.length > 0) print(`  ${names.length} ${description}`)
    if (dryRun) for (const name of names) print(`    ${name}`)
  }
}

/** An open page would get the chunk of another release under the name of its own. */
function refuseChangedAssets({ assets }: Release, { objects }: BucketState): void {
  const problems = Object.entries(assets).flatMap(([path, sha256]) => {
    const stored = objects.get(path)?.sha256
    return stored === undefined || stored === sha256
      ? []
      : [
          `${path} is in the bucket with other content. Browsers cache /assets/ for a year: the name must change with the content.`,
        ]
  })
  if (problems.length > 0) throw new UsageError(problems.join('\n'))
}
