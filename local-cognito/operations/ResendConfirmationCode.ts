import type {
  ResendConfirmationCodeRequest,
  ResendConfirmationCodeResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { checkSecretHash, clientById } from '#local-cognito/clients.ts'
import { sendCode } from '#local-cognito/codes.ts'
import { contactToVerify } from '#local-cognito/contacts.ts'
import { simulatedDelivery } from '#local-cognito/delivery.ts'
import { invalidParameter, notAuthorized } from '#local-cognito/errors.ts'
import { countAttempt } from '#local-cognito/limits.ts'
import * as members from '#local-cognito/members.ts'
import { namedUser } from '#local-cognito/namedUser.ts'
import { operation } from '#local-cognito/operation.ts'

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
    const user = namedUser(cognito, pool, client, input.Username)
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
