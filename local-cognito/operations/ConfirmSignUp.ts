import type {
  ConfirmSignUpRequest,
  ConfirmSignUpResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { afterConfirmation, checkSignUpSession } from '#local-cognito/auth/flows/autoSignIn.ts'
import { notAuthorized } from '#local-cognito/errors.ts'
import { boolean } from '#local-cognito/http/constraints.ts'
import * as members from '#local-cognito/http/members.ts'
import { checkCode, deleteCode, wrongCode } from '#local-cognito/messages/codes.ts'
import { checkSecretHash } from '#local-cognito/pools/clients.ts'
import { clientById } from '#local-cognito/pools/lookup.ts'
import { verifyContact } from '#local-cognito/users/contacts.ts'
import { countAttempt } from '#local-cognito/users/limits.ts'
import { findUserForClient } from '#local-cognito/users/lookup.ts'
import { postConfirmation } from '#local-cognito/users/signUpTriggers.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmSignUp.html */
export const ConfirmSignUp = operation<ConfirmSignUpRequest, ConfirmSignUpResponse>({
  members: {
    ClientId: members.clientId.required,
    SecretHash: members.secretHash,
    Username: members.userName.required,
    ConfirmationCode: members.confirmationCode.required,
    ForceAliasCreation: boolean(),
    AnalyticsMetadata: members.analyticsMetadata,
    UserContextData: members.userContextData,
    ClientMetadata: members.clientMetadata,
    Session: members.session,
  },

  async run(input, cognito) {
    const { client, pool } = clientById(cognito.store, input.ClientId)
    await checkSecretHash(client, [input.Username], input.SecretHash)
    const user = findUserForClient(cognito, pool, client, input.Username)
    countAttempt(cognito, pool, user?.username ?? input.Username, 'ConfirmSignUp')
    if (!user) throw wrongCode()
    if (user.status !== 'UNCONFIRMED')
      throw notAuthorized(`User cannot be confirmed. Current status is ${user.status}`)
    checkSignUpSession(cognito, client, user, input.Session)
    const { attribute } = checkCode(cognito, user, 'signUp', input.ConfirmationCode)
    verifyContact(cognito.store, pool, user, attribute, { force: input.ForceAliasCreation })
    deleteCode(user, 'signUp')
    user.status = 'CONFIRMED'
    user.modifiedAt = cognito.now()
    await postConfirmation(cognito, pool, client, user)
    return afterConfirmation(cognito, client, user)
  },
})
