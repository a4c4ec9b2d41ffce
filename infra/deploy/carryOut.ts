import { inParallel } from './inParallel.ts'
import { type Phase, Stopped } from './Stopped.ts'

/** Steps that may be done in any order, all of them before those of the next stage. */
export interface Stage {
  /** What it does, after "Stopped while". */
  name: string
  phase: Phase
  /** How many steps at a time. */
  width: number
  steps: (() => Promise<void>)[]
}

/** @throws Stopped at the first step that fails. */
export async function carryOut(
  stages: Stage[],
  between: { live: string | undefined; target: string },
): Promise<void> {
  for (const stage of stages) {
    let done = 0
    try {
      await inParallel(stage.steps, stage.width, async (step) => {
        await step()
        done += 1
      })
    } catch (cause) {
      throw new Stopped(stage, { done, of: stage.steps.length }, between, cause)
    }
  }
}
