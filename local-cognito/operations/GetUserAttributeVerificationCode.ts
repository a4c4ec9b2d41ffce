import type {
  GetUserAttributeVerificationCodeRequest,
  GetUserAttributeVerificationCodeResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '#local-cognito/errors.ts'
import * as members from '#local-cognito/http/members.ts'
import { sendCode } from '#local-cognito/messages/codes.ts'
import { callerOf } from '#local-cognito/tokens/accessToken.ts'
import { isContact } from '#local-cognito/users/contacts.ts'
import { countAttempt } from '#local-cognito/users/limits.ts'
import { addressToVerify } from '#local-cognito/users/pendingContacts.ts'
import { operation } from './operation.ts'

/**
 * Sends another code to a contact, or to its pending replacement.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUserAttributeVerificationCode.html
 */
export const GetUserAttributeVerificationCode = operation<
  GetUserAttributeVerificationCodeRequest,
  GetUserAttributeVerificationCodeResponse
>({
  members: {
    AccessToken: members.token.required,
    AttributeName: members.attributeName.required,
    ClientMetadata: members.clientMetadata,
  },

  async run({ AccessToken, AttributeName }, cognito) {
    const { pool, user } = await callerOf(cognito, AccessToken)
    const to = isContact(AttributeName) ? addressToVerify(user, AttributeName) : undefined
    // Our own message; AWS's is not known.
    if (!isContact(AttributeName) || to === undefined)
      throw invalidParameter(`There is no ${AttributeName} of this user that could be verified.`)
    countAttempt(cognito, pool, user.username, 'GetUserAttributeVerificationCode')
    return {
      CodeDeliveryDetails: sendCode(cognito, user, 'attributeVerification', AttributeName, to),
    }
  },
})
