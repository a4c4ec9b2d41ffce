import type { Check, Seen, Severity } from './advice/check.ts'
import { clientChecks } from './advice/client.ts'
import { domainChecks } from './advice/domain.ts'
import { factorChecks } from './advice/factors.ts'
import { passwordChecks } from './advice/passwords.ts'
import { peopleChecks } from './advice/people.ts'
import { poolChecks } from './advice/pool.ts'
import { tokenChecks } from './advice/tokens.ts'

export interface Advice extends Pick<Check, 'code' | 'severity' | 'source'> {
  /** What it is, why it matters and what to do. */
  sentence: string
}

/** Everything that can be said of a pool, by subject. */
export const checks: readonly Check[] = [
  ...clientChecks,
  ...tokenChecks,
  ...passwordChecks,
  ...factorChecks,
  ...peopleChecks,
  ...poolChecks,
  ...domainChecks,
]

/** Those with which no config is written: it would be one that lets nobody in. */
const refused = ['clientSecret', 'noFlow']

const severities: readonly Severity[] = ['dangerous', 'unwise', 'note']

/** What is to be said of this pool, the worst first. */
export function adviceOn(seen: Seen): Advice[] {
  const found = checks.flatMap(({ find, ...rest }) => {
    const sentence = find(seen)
    return sentence === undefined ? [] : [{ ...rest, sentence }]
  })
  return severities.flatMap((severity) => found.filter((one) => one.severity === severity))
}

/** Whether the portal could work with such a pool at all. */
export const isRefused = (advice: readonly Advice[]) =>
  advice.some(({ code }) => refused.includes(code))

/** For a terminal: each with its source, and how many there are. */
export function spokenAdvice(advice: readonly Advice[]): string {
  if (advice.length === 0) return 'Nothing about this pool is unwise.'
  const each = advice.map(
    ({ severity, code, sentence, source }) => `${severity}: ${code}\n  ${sentence}\n  ${source}\n`,
  )
  const counts = severities.map(
    (severity) => `${advice.filter((one) => one.severity === severity).length} ${severity}`,
  )
  return [...each, `${counts.join(', ')}.`].join('\n')
}
