/** The outcome of one question to the service. */
export interface Finding {
  /** `wrong`: users are harmed, or will be. `note`: works, but differs; or could not be asked. */
  kind: 'ok' | 'note' | 'wrong'
  /** The expectation, in words. */
  subject: string
  /** The difference from it. */
  found?: string
  /** What the operator does about it. */
  remedy?: string
}

/** A question's findings. Without a difference, the expectation holds. */
export const verdict = (
  subject: string,
  found: string | undefined,
  remedy: string,
  kind: 'wrong' | 'note' = 'wrong',
): Finding => (found === undefined ? { kind: 'ok', subject } : { kind, subject, found, remedy })

/** The findings as text for a terminal, and their counts. */
export function findingText({ kind, subject, found, remedy }: Finding): string {
  const mark = { ok: 'ok   ', note: 'note ', wrong: 'WRONG' }[kind]
  const details = [found, remedy].filter((line) => line !== undefined)
  return [`${mark}  ${subject}`, ...details.map((line) => `         ${line}`)].join('\n')
}

/** What to do about an answer that Cognito itself would not give. */
export const notCognito =
  'Cognito itself admits every origin. Look for what answers in its place: a proxy, a firewall, or a cognito.endpoint that is no Cognito.'
