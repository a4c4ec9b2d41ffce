import { invalidParameter, resourceNotFound } from '#local-cognito/errors.ts'
import { string } from '#local-cognito/http/constraints.ts'
import type { Pool } from '#local-cognito/records.ts'
import type { Store } from '#local-cognito/store.ts'

export const resourceArn = string({
  min: 20,
  max: 2048,
  pattern:
    'arn:[\\w+=/,.@-]+:[\\w+=/,.@-]+:([\\w+=/,.@-]*)?:[0-9]+:[\\w+=/,.@-]+(:[\\w+=/,.@-]+)?(:[\\w+=/,.@-]+)?',
})

/** @throws CognitoError for any other resource than a pool of this Cognito */
export function poolByArn(store: Store, arn: string): Pool {
  const pool = store.pools.get(arn.slice(arn.lastIndexOf('/') + 1))
  if (pool?.settings.Arn !== arn) throw resourceNotFound(`Resource ${arn} does not exist.`)
  return pool
}

/** Tags of a resource (General Reference, "Tagging AWS resources"). */
const MOST = 50

/**
 * @param all the tags that a resource is to have
 * @throws CognitoError for too many or too long ones, or reserved names. The service's messages are
 *   not known
 */
export function checkTags(all: Record<string, string>) {
  if (Object.keys(all).length > MOST)
    throw invalidParameter(`A resource cannot have more than ${MOST} tags.`)
  for (const [key, value] of Object.entries(all)) {
    if (/^aws:/i.test(key)) throw invalidParameter('Tag keys cannot begin with aws:.')
    if (key === '' || key.length > 128 || value.length > 256)
      throw invalidParameter(`Tag ${key} has a key or value of a length that is not allowed.`)
  }
}
