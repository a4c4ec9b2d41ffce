import { authenticationChecks } from './advice/authentication.ts'
import type { Check, Checked, Severity } from './advice/check.ts'
import { clientChecks } from './advice/client.ts'
import { domainChecks } from './advice/domain.ts'
import { poolChecks } from './advice/pool.ts'

export interface Advice extends Pick<Check, 'code' | 'severity' | 'source'> {
  sentence: string
}

export const checks: readonly Check[] = [
  ...clientChecks,
  ...authenticationChecks,
  ...poolChecks,
  ...domainChecks,
]

const severities: readonly Severity[] = ['dangerous', 'unwise', 'note']

/** The advice for a pool, the most severe first. */
export function adviceOn(checked: Checked): Advice[] {
  const found = checks
    .filter(({ applies }) => applies(checked))
    .map(({ code, severity, source, sentence }) => ({
      code,
      severity,
      source,
      sentence: typeof sentence === 'string' ? sentence : sentence(checked),
    }))
  return severities.flatMap((severity) => found.filter((one) => one.severity === severity))
}

/** Whether no user could sign in with a config for this pool. */
export const isUnusable = (advice: readonly Advice[]) =>
  advice.some(({ code }) => code === 'clientSecret' || code === 'noFlow')

/** The advice as text for a terminal, with sources and counts. */
export function adviceText(advice: readonly Advice[]): string {
  if (advice.length === 0) return 'There is no advice for this pool.'
  const each = advice.map(
    ({ severity, code, sentence, source }) => `${severity}: ${code}\n  ${sentence}\n  ${source}\n`,
  )
  const counts = severities.map(
    (severity) => `${advice.filter((one) => one.severity === severity).length} ${severity}`,
  )
  return [...each, `${counts.join(', ')}.`].join('\n')
}
