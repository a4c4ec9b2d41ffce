import { invalidParameter } from '#local-cognito/errors.ts'
import { string } from '#local-cognito/http/constraints.ts'
import type { Pool } from '#local-cognito/records.ts'

/** botocore's model of a domain, without its pattern: AWS words that refusal itself. */
export const domainName = string({ min: 1, max: 63 })

/** Member of a pool's settings that has this domain: a prefix, or a domain of its own. */
export const domainMember = ({ settings }: Pool, domain: string) =>
  (['Domain', 'CustomDomain'] as const).find((member) => settings[member] === domain)

/**
 * Finds the domain of a pool. Message as reported of the service.
 * @throws CognitoError where the pool does not have it
 */
export function requireDomain(pool: Pool | undefined, domain: string) {
  const member = pool && domainMember(pool, domain)
  if (!member) throw invalidParameter('No such domain or user pool exists.')
  return { pool, member }
}

/** Target for the DNS record of a custom domain. */
export const CLOUDFRONT = 'd111111abcdef8.cloudfront.net'
