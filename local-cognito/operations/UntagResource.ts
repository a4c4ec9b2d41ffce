import type {
  UntagResourceRequest,
  UntagResourceResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { list, string } from '#local-cognito/http/constraints.ts'
import { poolByArn, resourceArn } from '#local-cognito/pools/tags.ts'
import { operation } from './operation.ts'

/**
 * Ignores keys that the pool does not have.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UntagResource.html
 */
export const UntagResource = operation<UntagResourceRequest, UntagResourceResponse>({
  signed: true,
  members: {
    ResourceArn: resourceArn.required,
    TagKeys: list(string({ min: 1, max: 128 })).required,
  },
  run({ ResourceArn, TagKeys }, { store }) {
    const pool = poolByArn(store, ResourceArn)
    const left = Object.entries(pool.settings.UserPoolTags ?? {}).filter(
      ([key]) => !TagKeys.includes(key),
    )
    pool.settings.UserPoolTags = Object.fromEntries(left)
    return {}
  },
})
