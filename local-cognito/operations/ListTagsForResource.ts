import type {
  ListTagsForResourceRequest,
  ListTagsForResourceResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { poolByArn, resourceArn } from '#local-cognito/pools/tags.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListTagsForResource.html */
export const ListTagsForResource = operation<
  ListTagsForResourceRequest,
  ListTagsForResourceResponse
>({
  signed: true,
  members: { ResourceArn: resourceArn.required },
  run: ({ ResourceArn }, { store }) => ({
    Tags: poolByArn(store, ResourceArn).settings.UserPoolTags,
  }),
})
