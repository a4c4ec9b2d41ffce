import type {
  VerifyUserAttributeRequest,
  VerifyUserAttributeResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '#local-cognito/errors.ts'
import { checkCode, deleteCode } from '#local-cognito/messages/codes.ts'
import { operation } from './operation.ts'
import { callerOf } from '#local-cognito/tokens/accessToken.ts'
import { isContact, verifyContact } from '#local-cognito/users/contacts.ts'
import { countAttempt } from '#local-cognito/users/limits.ts'
import {
  addressToVerify,
  checkContactAvailable,
  applyPendingContact,
} from '#local-cognito/users/pendingContacts.ts'
import * as members from '#local-cognito/http/members.ts'

/** An address that waited takes the place of the old one with this, and not before. */
export const VerifyUserAttribute = operation<
  VerifyUserAttributeRequest,
  VerifyUserAttributeResponse
>({
  members: {
    AccessToken: members.token.required,
    AttributeName: members.attributeName.required,
    Code: members.confirmationCode.required,
  },

  async run({ AccessToken, AttributeName, Code }, cognito) {
    const { pool, user } = await callerOf(cognito, AccessToken)
    // Words of our own: AWS's are not known.
    if (!isContact(AttributeName))
      throw invalidParameter(`The attribute ${AttributeName} is none that is verified.`)
    countAttempt(cognito, pool, user.username, 'VerifyUserAttribute')
    checkCode(cognito, user, 'attributeVerification', Code, AttributeName)
    const value = addressToVerify(user, AttributeName) ?? ''
    // Somebody else may have come to sign in by it since the code was sent.
    checkContactAvailable(cognito.store, pool, user, AttributeName, value)
    applyPendingContact(user, AttributeName)
    verifyContact(cognito.store, pool, user, AttributeName)
    deleteCode(user, 'attributeVerification', AttributeName)
    user.modifiedAt = cognito.now()
    return {}
  },
})
