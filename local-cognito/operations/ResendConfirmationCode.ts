import type {
  ResendConfirmationCodeRequest,
  ResendConfirmationCodeResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter, notAuthorized } from '#local-cognito/errors.ts'
import * as members from '#local-cognito/http/members.ts'
import { sendCode } from '#local-cognito/messages/codes.ts'
import { simulatedDelivery } from '#local-cognito/messages/delivery.ts'
import { checkSecretHash } from '#local-cognito/pools/clients.ts'
import { clientById } from '#local-cognito/pools/lookup.ts'
import { contactToVerify } from '#local-cognito/users/contacts.ts'
import { countAttempt } from '#local-cognito/users/limits.ts'
import { findUserForClient } from '#local-cognito/users/lookup.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ResendConfirmationCode.html */
export const ResendConfirmationCode = operation<
  ResendConfirmationCodeRequest,
  ResendConfirmationCodeResponse
>({
  members: {
    ClientId: members.clientId.required,
    SecretHash: members.secretHash,
    UserContextData: members.userContextData,
    Username: members.userName.required,
    AnalyticsMetadata: members.analyticsMetadata,
    ClientMetadata: members.clientMetadata,
  },

  async run(input, cognito) {
    const { client, pool } = clientById(cognito.store, input.ClientId)
    await checkSecretHash(client, [input.Username], input.SecretHash)
    const user = findUserForClient(cognito, pool, client, input.Username)
    if (user && user.status !== 'UNCONFIRMED') throw invalidParameter('User is already confirmed.')
    const contact = user && contactToVerify(pool, user.attributes)
    const verifiesNothing = (pool.settings.AutoVerifiedAttributes ?? []).length === 0
    if (verifiesNothing || (user && !contact))
      throw notAuthorized('Cannot resend codes. Auto verification not turned on.')
    countAttempt(cognito, pool, user?.username ?? input.Username, 'ResendConfirmationCode')
    return {
      CodeDeliveryDetails:
        user && contact
          ? sendCode(cognito, user, 'signUp', contact)
          : simulatedDelivery(input.Username),
    }
  },
})
