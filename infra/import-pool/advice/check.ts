import type { PoolDescription } from '../poolDescription.ts'

/**
 * `dangerous`: users can be harmed, or cannot sign in. `unwise`: weaker than it could be.
 * `note`: a choice with a cost.
 */
export type Severity = 'dangerous' | 'unwise' | 'note'

/** The pool, and the host of the portal if it is known. */
export interface Checked extends PoolDescription {
  host: string | undefined
}

/** A piece of advice, and when it applies. */
export interface Check {
  code: string
  severity: Severity
  /** The document it is based on. */
  source: string
  applies: (checked: Checked) => boolean
  sentence: string | ((checked: Checked) => string)
}

const check =
  (severity: Severity) =>
  (
    code: string,
    source: string,
    applies: Check['applies'],
    /** The setting, its risk, and what to do. */
    sentence: Check['sentence'],
  ): Check => ({ code, severity, source, applies, sentence })

export const dangerous = check('dangerous')
export const unwise = check('unwise')
export const note = check('note')

/** A page of Cognito's developer guide. */
export const guide = (page: string) =>
  `https://docs.aws.amazon.com/cognito/latest/developerguide/${page}.html`

/** A page of Cognito's API reference. */
export const reference = (page: string) =>
  `https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/${page}.html`
