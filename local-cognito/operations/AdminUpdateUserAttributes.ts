import type {
  AdminUpdateUserAttributesRequest,
  AdminUpdateUserAttributesResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { attributes, clientMetadata, userName, userPoolId } from '#local-cognito/http/members.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { changedAttributes } from '#local-cognito/users/attributes.ts'
import { changeAttributes } from '#local-cognito/users/changeAttributes.ts'
import { requireUser } from '#local-cognito/users/lookup.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUpdateUserAttributes.html */
export const AdminUpdateUserAttributes = operation<
  AdminUpdateUserAttributesRequest,
  AdminUpdateUserAttributesResponse
>({
  signed: true,
  members: {
    UserPoolId: userPoolId.required,
    Username: userName.required,
    UserAttributes: attributes.required,
    ClientMetadata: clientMetadata,
  },
  run(input, { store, now }) {
    const pool = requirePool(store, input.UserPoolId)
    const user = requireUser(store, pool, input.Username)
    const changes = changedAttributes(pool, input.UserAttributes, 'administrator')
    changeAttributes(store, pool, user, changes)
    user.modifiedAt = now()
    return {}
  },
})
