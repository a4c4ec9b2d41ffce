/** How far the site is from one release to the next. */
export type Phase = 'before' | 'changing' | 'index' | 'after'

/** A call failed during the deploy. The message tells the step, the state of the site and how to continue. */
export class DeployInterrupted extends Error {
  override readonly name = 'DeployInterrupted'
  readonly phase: Phase

  constructor(
    { name, phase }: { name: string; phase: Phase },
    { done, total }: { done: number; total: number },
    releases: { live: string | undefined; target: string },
    cause: unknown,
  ) {
    const progress = total > 1 ? ` (${done} of ${total} done)` : ''
    const reason = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)
    super(
      `Interrupted while ${name}${progress}: ${reason}\n${siteState(phase, releases)}\nRun the same command again to continue.`,
      { cause },
    )
    this.phase = phase
  }
}

function siteState(phase: Phase, { live, target }: { live: string | undefined; target: string }) {
  const old = live === undefined ? 'the previous content' : `release ${live}`
  switch (phase) {
    case 'before':
      return `The live site is unchanged: ${old}.`
    case 'changing':
      return `index.html is unchanged (${old}), and everything it needs is there; some of the other files are already those of ${target}.`
    case 'index':
      return `It is unknown whether index.html was stored: the live site is ${old} or release ${target}, and everything either needs is there.`
    case 'after':
      return `Release ${target} is live and complete; only the cleanup is missing.`
  }
}
