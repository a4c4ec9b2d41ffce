import type {
  UpdateUserAttributesRequest,
  UpdateUserAttributesResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { sendCode } from '#local-cognito/messages/codes.ts'
import { operation } from '#local-cognito/operation.ts'
import { callerOf } from '#local-cognito/tokens/accessToken.ts'
import { changedAttributes } from '#local-cognito/users/attributes.ts'
import { changeAttributes } from '#local-cognito/users/changeAttributes.ts'
import { CONTACTS } from '#local-cognito/users/contacts.ts'
import { addressToVerify, checkFree, holdBack } from '#local-cognito/users/pendingContacts.ts'
import * as members from '#local-cognito/wire/members.ts'

/** All or nothing. A code goes to each changed address that the pool verifies by itself. */
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
    const after = structuredClone(user)
    const now = holdBack(store, pool, after, changes)
    for (const contact of CONTACTS) {
      const value = now[contact]
      if (value && value !== user.attributes[contact]) checkFree(store, pool, user, contact, value)
    }
    changeAttributes(store, pool, user, now)
    const changed = CONTACTS.filter(
      (contact) => changes[contact] && changes[contact] !== after.attributes[contact],
    )
    user.codes = after.codes
    user.pendingContacts = after.pendingContacts ?? {}
    user.modifiedAt = cognito.now()
    const verified = pool.settings.AutoVerifiedAttributes ?? []
    const sent = changed
      .filter((contact) => verified.includes(contact))
      .map((contact) =>
        sendCode(cognito, user, 'attributeVerification', contact, addressToVerify(user, contact)),
      )
    return sent.length > 0 ? { CodeDeliveryDetailsList: sent } : {}
  },
})
