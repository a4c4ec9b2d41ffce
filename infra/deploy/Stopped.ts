/** How far the site is from one release to the next. */
export type Phase = 'before' | 'changing' | 'index' | 'after'

/** The run ended before its time. The message says where, what the site is like, and how to go on. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
  readonly phase: Phase

  constructor(
    { name, phase }: { name: string; phase: Phase },
    { done, of }: { done: number; of: number },
    between: { live: string | undefined; target: string },
    cause: unknown,
  ) {
    const progress = of > 1 ? ` (${done} of ${of} done)` : ''
    const reason = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)
    super(
      `Stopped while ${name}${progress}: ${reason}\n${whatIsServed(phase, between)}\nRun the same command again: it goes on from here.`,
      { cause },
    )
    this.phase = phase
  }
}

function whatIsServed(
  phase: Phase,
  { live, target }: { live: string | undefined; target: string },
) {
  const old = live === undefined ? 'what it was' : `release ${live}`
  switch (phase) {
    case 'before':
      return `The live site is as before: ${old}.`
    case 'changing':
      return `index.html is as before (${old}), and everything it needs is there; some of the files beside it are already those of ${target}.`
    case 'index':
      return `Whether index.html arrived is not known: the live site is ${old} or release ${target}, and everything either needs is there.`
    case 'after':
      return `Release ${target} is live and complete; only tidying up is left.`
  }
}
