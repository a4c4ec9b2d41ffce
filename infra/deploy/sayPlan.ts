import type { Place, Work } from './makeLive.ts'
import type { BucketState } from './plan.ts'

/** Tells what is about to happen: counts always, and in a dry run every name. */
export function sayPlan(
  { target, plan, prune }: Work,
  { live }: BucketState,
  { say, dryRun, invalidate }: Place,
): void {
  const there = Object.keys(target.assets).length - plan.assets.length
  say(
    `Release ${target.id}${live === target.id ? ', live already' : ` replaces ${live ?? 'nothing'}`}`,
  )
  const lists: [what: string, names: string[]][] = [
    [`assets to upload, ${there} there already`, plan.assets],
    ['copies to keep for a rollback', plan.copies.map((sha256) => sha256.slice(0, 12))],
    ['other files to put, index.html last', plan.files],
    ['files to delete that this release does not have', plan.gone],
    ['addresses to invalidate', invalidate ? plan.invalidate : []],
    ['objects to delete that no page open in the last 30 days needs', prune],
  ]
  for (const [what, names] of lists) {
    if (names.length > 0) say(`  ${names.length} ${what}`)
    if (dryRun) for (const name of names) say(`    ${name}`)
  }
}
