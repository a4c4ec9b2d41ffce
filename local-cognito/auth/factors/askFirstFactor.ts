import type {
  ChallengeNameType,
  RespondToAuthChallengeResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { openSession } from '#local-cognito/auth/challengeSessions.ts'
import type { ResolvedUser } from '#local-cognito/auth/resolvedUser.ts'
import { randomText } from '#local-cognito/bytes.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import { sendChallengeCode } from '#local-cognito/messages/codes.ts'
import { deliveryDetails } from '#local-cognito/messages/delivery.ts'
import type { Client, Pool } from '#local-cognito/records.ts'
import type { ChallengeSession, SignInProgress } from '#local-cognito/signInRecords.ts'
import { checkSrpA } from '#local-cognito/srp/startSrp.ts'
import type { ContactAttribute } from '#local-cognito/users/contacts.ts'
import type { FirstFactor } from './firstFactors.ts'
import { credentialRequest } from './passkeys.ts'
import { srpChallenge } from './srpChallenge.ts'

export interface FirstFactorCall {
  cognito: Cognito
  pool: Pool
  client: Client
  resolvedUser: ResolvedUser
  /**
   * `AuthParameters` or `ChallengeResponses` of the call; `PASSWORD` and `SRP_A` may be among them.
   */
  parameters: Record<string, string>
  progress: SignInProgress
}

/** Asks for a first factor. With PASSWORD_SRP, continues at once where SRP_A came along. */
export async function askFirstFactor(
  call: FirstFactorCall,
  factor: FirstFactor,
): Promise<RespondToAuthChallengeResponse> {
  const { SRP_A } = call.parameters
  switch (factor) {
    case 'PASSWORD':
      return askPassword(call, factor)
    case 'PASSWORD_SRP':
      return SRP_A ? askSrp(call, SRP_A) : askPassword(call, factor)
    case 'EMAIL_OTP':
      return askForCode(call, factor, 'email')
    case 'SMS_OTP':
      return askForCode(call, factor, 'phone_number')
    case 'WEB_AUTHN':
      return askForPasskey(call)
  }
}

/** Opens a session for a first factor of the resolved user. */
export const openFirstFactorSession = (
  { cognito, client, resolvedUser, progress }: FirstFactorCall,
  challenge: ChallengeNameType,
  detail: Pick<ChallengeSession, 'code' | 'sentTo' | 'offered' | 'toSign'> = {},
) =>
  openSession(cognito, client, resolvedUser.user, challenge, {
    ...detail,
    ...progress,
    firstFactor: resolvedUser.exists ? 'existingUser' : 'unknownUser',
  })

function askForPasskey(call: FirstFactorCall): RespondToAuthChallengeResponse {
  const { toSign, options } = credentialRequest(call.pool, call.resolvedUser.user)
  return {
    ChallengeName: 'WEB_AUTHN',
    Session: openFirstFactorSession(call, 'WEB_AUTHN', { toSign }),
    ChallengeParameters: { CREDENTIAL_REQUEST_OPTIONS: JSON.stringify(options) },
  }
}

const askPassword = (
  call: FirstFactorCall,
  factor: FirstFactor,
): RespondToAuthChallengeResponse => ({
  ChallengeName: factor,
  Session: openFirstFactorSession(call, factor),
  ChallengeParameters: {},
})

/** Starts SRP within a session, which USER_SRP_AUTH does without. */
async function askSrp(call: FirstFactorCall, given: string) {
  const { pool, client, resolvedUser } = call
  const A = checkSrpA(given)
  return srpChallenge(pool, client, {
    name: resolvedUser.user.username,
    user: resolvedUser.exists ? resolvedUser.user : undefined,
    A,
    deviceKey: call.progress.deviceKey,
    session: openFirstFactorSession(call, 'PASSWORD_VERIFIER'),
  })
}

/** Sends a code; for a simulated user, only the answer looks as if one was sent. */
function askForCode(
  call: FirstFactorCall,
  factor: 'EMAIL_OTP' | 'SMS_OTP',
  contact: ContactAttribute,
): RespondToAuthChallengeResponse {
  const { user, exists } = call.resolvedUser
  const { code, details } = exists
    ? sendChallengeCode(call.cognito, user, 'signIn', contact)
    : {
        code: randomText(8, '0123456789'),
        details: deliveryDetails(contact, user.attributes[contact] ?? ''),
      }
  return {
    ChallengeName: factor,
    Session: openFirstFactorSession(call, factor, { code, sentTo: user.attributes[contact] }),
    ChallengeParameters: {
      CODE_DELIVERY_DELIVERY_MEDIUM: details.DeliveryMedium ?? '',
      CODE_DELIVERY_DESTINATION: details.Destination ?? '',
    },
  }
}
