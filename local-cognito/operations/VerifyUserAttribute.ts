import type {
  VerifyUserAttributeRequest,
  VerifyUserAttributeResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '#local-cognito/errors.ts'
import * as members from '#local-cognito/http/members.ts'
import { checkCode, deleteCode } from '#local-cognito/messages/codes.ts'
import { callerOf } from '#local-cognito/tokens/accessToken.ts'
import { isContact, verifyContact } from '#local-cognito/users/contacts.ts'
import { countAttempt } from '#local-cognito/users/limits.ts'
import {
  addressToVerify,
  applyPendingContact,
  checkContactAvailable,
} from '#local-cognito/users/pendingContacts.ts'
import { operation } from './operation.ts'

/**
 * A pending address replaces the old one only now.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_VerifyUserAttribute.html
 */
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
    // Our own message; AWS's is not known.
    if (!isContact(AttributeName))
      throw invalidParameter(`The attribute ${AttributeName} is none that is verified.`)
    countAttempt(cognito, pool, user.username, 'VerifyUserAttribute')
    checkCode(cognito, user, 'attributeVerification', Code, AttributeName)
    const value = addressToVerify(user, AttributeName) ?? ''
    // Another user may have taken the address as sign-in name since the code was sent.
    checkContactAvailable(cognito.store, pool, user, AttributeName, value)
    applyPendingContact(user, AttributeName)
    verifyContact(cognito.store, pool, user, AttributeName)
    deleteCode(user, 'attributeVerification', AttributeName)
    user.modifiedAt = cognito.now()
    return {}
  },
})
