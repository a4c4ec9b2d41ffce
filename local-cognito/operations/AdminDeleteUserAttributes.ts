import type {
  AdminDeleteUserAttributesRequest,
  AdminDeleteUserAttributesResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { list } from '#local-cognito/http/constraints.ts'
import { attributeName, userName, userPoolId } from '#local-cognito/http/members.ts'
import { deleteCode } from '#local-cognito/messages/codes.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { deleteAttributes } from '#local-cognito/users/deleteAttributes.ts'
import { requireUser } from '#local-cognito/users/lookup.ts'
import { operation } from './operation.ts'

/**
 * All or nothing. Attributes without a value are ignored.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDeleteUserAttributes.html
 */
export const AdminDeleteUserAttributes = operation<
  AdminDeleteUserAttributesRequest,
  AdminDeleteUserAttributesResponse
>({
  signed: true,
  members: {
    UserPoolId: userPoolId.required,
    Username: userName.required,
    UserAttributeNames: list(attributeName).required,
  },
  run(input, { store, now }) {
    const pool = requirePool(store, input.UserPoolId)
    const user = requireUser(store, pool, input.Username)
    for (const contact of deleteAttributes(pool, user, input.UserAttributeNames, 'administrator'))
      deleteCode(user, 'attributeVerification', contact)
    user.modifiedAt = now()
    return {}
  },
})
