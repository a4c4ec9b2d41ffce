import { parseArgs } from 'node:util'

export interface Options {
  /** Counted rounds, after one that warms up. */
  rounds: number
  /** Names of measures; empty for all of them, and for a report in docs/performance.md. */
  only: string[]
}

/**
 * Reads `--rounds 3 --only first-paint,reload`.
 *
 * @param names of all measures
 * @throws Error naming what is wrong
 */
export function readOptions(given: string[], names: string[]): Options {
  const { values } = parseArgs({
    args: given,
    options: { rounds: { type: 'string', default: '7' }, only: { type: 'string', default: '' } },
  })
  const rounds = Number(values.rounds)
  if (!Number.isInteger(rounds) || rounds < 1) {
    throw new Error(`--rounds must be a whole number from 1, not "${values.rounds}"`)
  }
  const only = values.only.split(',').filter((name) => name !== '')
  const unknown = only.find((name) => !names.includes(name))
  if (unknown !== undefined) {
    throw new Error(`There is no measure "${unknown}". There are: ${names.join(', ')}`)
  }
  return { rounds, only }
}
