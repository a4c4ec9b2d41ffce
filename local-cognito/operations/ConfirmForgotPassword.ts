import type {
  ConfirmForgotPasswordRequest,
  ConfirmForgotPasswordResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { userNotConfirmed } from '#local-cognito/errors.ts'
import * as members from '#local-cognito/http/members.ts'
import { checkCode, deleteCode, wrongCode } from '#local-cognito/messages/codes.ts'
import { checkSecretHash } from '#local-cognito/pools/clients.ts'
import { clientById } from '#local-cognito/pools/lookup.ts'
import { verifyContact } from '#local-cognito/users/contacts.ts'
import { countAttempt } from '#local-cognito/users/limits.ts'
import { findUserForClient } from '#local-cognito/users/lookup.ts'
import { checkHistory, setPassword } from '#local-cognito/users/passwords.ts'
import { checkPolicy } from '#local-cognito/users/policy.ts'
import { postConfirmation } from '#local-cognito/users/signUpTriggers.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmForgotPassword.html */
export const ConfirmForgotPassword = operation<
  ConfirmForgotPasswordRequest,
  ConfirmForgotPasswordResponse
>({
  members: {
    ClientId: members.clientId.required,
    SecretHash: members.secretHash,
    Username: members.userName.required,
    ConfirmationCode: members.confirmationCode.required,
    Password: members.password.required,
    AnalyticsMetadata: members.analyticsMetadata,
    UserContextData: members.userContextData,
    ClientMetadata: members.clientMetadata,
  },

  async run(input, cognito) {
    const { client, pool } = clientById(cognito.store, input.ClientId)
    await checkSecretHash(client, [input.Username], input.SecretHash)
    const user = findUserForClient(cognito, pool, client, input.Username)
    countAttempt(cognito, pool, user?.username ?? input.Username, 'recovery')
    if (!user) throw wrongCode()
    if (user.status === 'UNCONFIRMED') throw userNotConfirmed()
    const { attribute } = checkCode(cognito, user, 'forgotPassword', input.ConfirmationCode)
    checkPolicy(pool, input.Password, 'SignUp')
    await checkHistory(pool, user, input.Password)
    // Entering the code proves control of the mailbox, even if an administrator sent it to an
    // unverified one.
    verifyContact(cognito.store, pool, user, attribute)
    deleteCode(user, 'forgotPassword')
    await setPassword(pool, user, input.Password, { now: cognito.now() })
    user.status = 'CONFIRMED'
    const source = 'PostConfirmation_ConfirmForgotPassword'
    await postConfirmation(cognito, pool, client, user, source)
    return {}
  },
})
