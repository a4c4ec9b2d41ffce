import type {
  GetUserAttributeVerificationCodeRequest,
  GetUserAttributeVerificationCodeResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '#local-cognito/errors.ts'
import { sendCode } from '#local-cognito/messages/codes.ts'
import { operation } from './operation.ts'
import { callerOf } from '#local-cognito/tokens/accessToken.ts'
import { isContact } from '#local-cognito/users/contacts.ts'
import { countAttempt } from '#local-cognito/users/limits.ts'
import { addressToVerify } from '#local-cognito/users/pendingContacts.ts'
import * as members from '#local-cognito/http/members.ts'

/** Another code for an address, or for the one that waits to take its place. */
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
    // Words of our own: AWS's are not known.
    if (!isContact(AttributeName) || to === undefined)
      throw invalidParameter(`There is no ${AttributeName} of this user that could be verified.`)
    countAttempt(cognito, pool, user.username, 'GetUserAttributeVerificationCode')
    return {
      CodeDeliveryDetails: sendCode(cognito, user, 'attributeVerification', AttributeName, to),
    }
  },
})
