import type { PoolFacts } from '../readPool.ts'

/**
 * `dangerous`: somebody can be harmed, or nobody can sign in. `unwise`: weaker than it has to be.
 * `note`: a choice that has a price.
 */
export type Severity = 'dangerous' | 'unwise' | 'note'

/** What is looked at: the pool, and where the portal is to be. */
export interface Seen extends PoolFacts {
  host: string | undefined
}

/** One thing that can be said of a pool. */
export interface Check {
  code: string
  severity: Severity
  /** Where it says so. */
  source: string
  /** What it is, why it matters and what to do; undefined where there is nothing to say. */
  find: (seen: Seen) => string | undefined
}

/** Where AWS explains. */
export const guide = (page: string) =>
  `https://docs.aws.amazon.com/cognito/latest/developerguide/${page}.html`

export const reference = (page: string) =>
  `https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/${page}.html`

/** Section 3.1.1.2, for passwords. */
export const nist = 'https://pages.nist.gov/800-63-4/sp800-63b.html#passwordver'
