/** Turn of one job: no other job runs between its awaits, except where it lets others run. */
export interface Turn {
  run<T>(job: () => Promise<T>): Promise<T>
  /** Gives the turn up while `job` runs, and takes another one. Called within `run`. */
  letOthersRun<T>(job: () => Promise<T>): Promise<T>
}

/** Makes turns, which are taken one at a time in the order of the calls, so that no two jobs race for the same state. */
export function createTurns(): () => Turn {
  let last: Promise<void> = Promise.resolve()

  async function take() {
    const before = last
    let end = () => {}
    last = new Promise((resolve) => (end = resolve))
    await before
    return () => end()
  }

  return () => {
    let end = () => {}
    return {
      async run(job) {
        end = await take()
        try {
          return await job()
        } finally {
          end()
        }
      },
      async letOthersRun(job) {
        end()
        try {
          return await job()
        } finally {
          end = await take()
        }
      },
    }
  }
}
