import type {
  TagResourceRequest,
  TagResourceResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { stringMap } from '#local-cognito/http/constraints.ts'
import { checkTags, poolByArn, resourceArn } from '#local-cognito/pools/tags.ts'
import { operation } from './operation.ts'

/**
 * Adds tags to a user pool, the only resource here; replaces those of the same keys.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_TagResource.html
 */
export const TagResource = operation<TagResourceRequest, TagResourceResponse>({
  signed: true,
  members: { ResourceArn: resourceArn.required, Tags: stringMap().required },
  run({ ResourceArn, Tags }, { store }) {
    const pool = poolByArn(store, ResourceArn)
    const all = { ...pool.settings.UserPoolTags, ...Tags }
    checkTags(all)
    pool.settings.UserPoolTags = all
    return {}
  },
})
