import type {
  UpdateUserAttributesRequest,
  UpdateUserAttributesResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import * as members from '#local-cognito/http/members.ts'
import { sendCode } from '#local-cognito/messages/codes.ts'
import { callerOf } from '#local-cognito/tokens/accessToken.ts'
import { changedAttributes } from '#local-cognito/users/attributes.ts'
import { changeAttributes } from '#local-cognito/users/changeAttributes.ts'
import { CONTACTS } from '#local-cognito/users/contacts.ts'
import { checkContactAvailable, splitPendingChanges } from '#local-cognito/users/pendingContacts.ts'
import { operation } from './operation.ts'

/**
 * All or nothing. Sends a code to each new address that is pending or auto-verified.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserAttributes.html
 */
export const UpdateUserAttributes = operation<
  UpdateUserAttributesRequest,
  UpdateUserAttributesResponse
>({
  members: {
    UserAttributes: members.attributes.required,
    AccessToken: members.token.required,
    ClientMetadata: members.clientMetadata,
  },

  async run(input, cognito) {
    const { store } = cognito
    const { pool, client, user } = await callerOf(cognito, input.AccessToken)
    const changes = changedAttributes(pool, input.UserAttributes, client)
    const { immediate, pending } = splitPendingChanges(pool, user, changes)
    const moving = CONTACTS.flatMap((contact) => {
      const to = changes[contact]
      return to && to !== user.attributes[contact] ? [{ contact, to }] : []
    })
    for (const { contact, to } of moving) checkContactAvailable(store, pool, user, contact, to)
    changeAttributes(store, pool, user, immediate)
    user.pendingContacts = { ...user.pendingContacts, ...pending }
    user.modifiedAt = cognito.now()
    const verified = pool.settings.AutoVerifiedAttributes ?? []
    const sent = moving
      .filter(({ contact }) => verified.includes(contact) || pending[contact] !== undefined)
      .map(({ contact, to }) => sendCode(cognito, user, 'attributeVerification', contact, to))
    return sent.length > 0 ? { CodeDeliveryDetailsList: sent } : {}
  },
})
