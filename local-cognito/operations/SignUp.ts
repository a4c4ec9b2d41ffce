import type { SignUpRequest, SignUpResponse } from '@aws-sdk/client-cognito-identity-provider'
import { afterSignUp } from '#local-cognito/auth/flows/autoSignIn.ts'
import { notAuthorized } from '#local-cognito/errors.ts'
import { validationError, violation } from '#local-cognito/http/constraints.ts'
import * as members from '#local-cognito/http/members.ts'
import { sendCode } from '#local-cognito/messages/codes.ts'
import { checkSecretHash } from '#local-cognito/pools/clients.ts'
import { clientById } from '#local-cognito/pools/lookup.ts'
import type { Pool } from '#local-cognito/records.ts'
import { checkRequired, newAttributes } from '#local-cognito/users/attributes.ts'
import { contactToVerify, withVerifiedFlags } from '#local-cognito/users/contacts.ts'
import { newUsername } from '#local-cognito/users/newUsername.ts'
import { setPassword } from '#local-cognito/users/passwords.ts'
import { checkPolicy } from '#local-cognito/users/policy.ts'
import { postConfirmation, preSignUp } from '#local-cognito/users/signUpTriggers.ts'
import { addUser } from '#local-cognito/users/users.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignUp.html */
export const SignUp = operation<SignUpRequest, SignUpResponse>({
  members: {
    ClientId: members.clientId.required,
    SecretHash: members.secretHash,
    Username: members.userName.required,
    Password: members.password,
    UserAttributes: members.attributes,
    ValidationData: members.attributes,
    AnalyticsMetadata: members.analyticsMetadata,
    UserContextData: members.userContextData,
    ClientMetadata: members.clientMetadata,
  },

  async run(input, cognito) {
    const { store } = cognito
    const { client, pool } = clientById(store, input.ClientId)
    await checkSecretHash(client, [input.Username], input.SecretHash)
    if (pool.settings.AdminCreateUserConfig?.AllowAdminCreateUserOnly)
      throw notAuthorized('SignUp is not permitted for this user pool')
    const given = newAttributes(pool, input.UserAttributes ?? [], client)
    const password = passwordFor(pool, input.Password)
    const named = newUsername(store, pool, input.Username, given, 'SignUp')
    checkRequired(pool, named.attributes)
    const { isConfirmed, verified } = await preSignUp(cognito, pool, client, {
      source: 'PreSignUp_SignUp',
      ...named,
      validationData: input.ValidationData,
    })
    // Checked again: another sign-up may have taken the name while the trigger ran.
    newUsername(store, pool, input.Username, given, 'SignUp')

    const now = cognito.now()
    const attributes = { ...withVerifiedFlags(named.attributes), ...verified }
    const status = isConfirmed ? 'CONFIRMED' : 'UNCONFIRMED'
    const user = addUser(store, pool, { ...named, attributes, status }, now)
    if (password !== undefined) await setPassword(pool, user, password, { now })
    if (isConfirmed) {
      await postConfirmation(cognito, pool, client, user)
      return { UserConfirmed: true, UserSub: user.sub }
    }
    const contact = contactToVerify(pool, attributes)
    return {
      UserConfirmed: false,
      UserSub: user.sub,
      ...(contact && { CodeDeliveryDetails: sendCode(cognito, user, 'signUp', contact) }),
      ...afterSignUp(cognito, client, user),
    }
  },
})

/** The password may be absent in pools with passwordless sign-in. */
function passwordFor(pool: Pool, password: string | undefined) {
  const factors = pool.settings.Policies?.SignInPolicy?.AllowedFirstAuthFactors ?? []
  const passwordless = factors.includes('EMAIL_OTP') || factors.includes('SMS_OTP')
  if (password === undefined && !passwordless)
    throw validationError([violation('password', 'Member must not be null')])
  if (password !== undefined) checkPolicy(pool, password, 'SignUp')
  return password
}
