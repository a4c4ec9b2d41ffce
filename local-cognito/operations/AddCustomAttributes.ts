import type {
  AddCustomAttributesRequest,
  AddCustomAttributesResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { list } from '#local-cognito/http/constraints.ts'
import { userPoolId } from '#local-cognito/http/members.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { customAttribute } from '#local-cognito/pools/schema.ts'
import { attributeDefinition, checkCustomAttributes } from '#local-cognito/pools/schemaRules.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AddCustomAttributes.html */
export const AddCustomAttributes = operation<
  AddCustomAttributesRequest,
  AddCustomAttributesResponse
>({
  signed: true,
  members: {
    UserPoolId: userPoolId.required,
    CustomAttributes: list(attributeDefinition, { min: 1, max: 25 }).required,
  },
  run(input, { store, now }) {
    const pool = requirePool(store, input.UserPoolId)
    const { SchemaAttributes: present = [] } = pool.settings
    checkCustomAttributes(present, input.CustomAttributes)
    pool.settings.SchemaAttributes = [...present, ...input.CustomAttributes.map(customAttribute)]
    pool.modifiedAt = now()
    return {}
  },
})
