import type {
  ChallengeNameType,
  RespondToAuthChallengeResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { randomText } from '#local-cognito/bytes.ts'
import { sendChallengeCode } from '#local-cognito/messages/codes.ts'
import { deliveryDetails } from '#local-cognito/messages/delivery.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import type { ChallengeSession, Course } from '#local-cognito/signInRecords.ts'
import type { Client, Pool } from '#local-cognito/records.ts'
import type { Candidate } from '#local-cognito/auth/resolvedUser.ts'
import { passwordChallenge } from './srpChallenge.ts'
import { openSession } from '#local-cognito/auth/challengeSessions.ts'
import { checkedA } from '#local-cognito/srp/startSrp.ts'
import type { ContactAttribute } from '#local-cognito/users/contacts.ts'
import type { FirstFactor } from './firstFactors.ts'
import { credentialRequest } from './passkeys.ts'

export interface Choice {
  cognito: Cognito
  pool: Pool
  client: Client
  candidate: Candidate
  /** What came along: `SRP_A` is taken at once. */
  given: Record<string, string>
  course: Course
}

/** Asks for a first factor, or goes on with the beginning of SRP that came along with the choice. */
export async function askFirstFactor(
  choice: Choice,
  factor: FirstFactor,
): Promise<RespondToAuthChallengeResponse> {
  const { SRP_A } = choice.given
  switch (factor) {
    case 'PASSWORD':
      return ask(choice, factor)
    case 'PASSWORD_SRP':
      return SRP_A ? askForProof(choice, SRP_A) : ask(choice, factor)
    case 'EMAIL_OTP':
      return askForCode(choice, factor, 'email')
    case 'SMS_OTP':
      return askForCode(choice, factor, 'phone_number')
    case 'WEB_AUTHN':
      return askForPasskey(choice)
  }
}

/** A session of a first factor, good for this candidate. */
export const openFor = (
  { cognito, client, candidate, course }: Choice,
  challenge: ChallengeNameType,
  detail: Pick<ChallengeSession, 'code' | 'sentTo' | 'offered' | 'toSign'> = {},
) =>
  openSession(cognito, client, candidate.user, challenge, {
    ...detail,
    ...course,
    firstFactor: candidate.exists ? 'somebody' : 'nobody',
  })

function askForPasskey(choice: Choice): RespondToAuthChallengeResponse {
  const { toSign, options } = credentialRequest(choice.pool, choice.candidate.user)
  return {
    ChallengeName: 'WEB_AUTHN',
    Session: openFor(choice, 'WEB_AUTHN', { toSign }),
    ChallengeParameters: { CREDENTIAL_REQUEST_OPTIONS: JSON.stringify(options) },
  }
}

const ask = (choice: Choice, factor: FirstFactor): RespondToAuthChallengeResponse => ({
  ChallengeName: factor,
  Session: openFor(choice, factor),
  ChallengeParameters: {},
})

/** SRP with a session, which USER_SRP_AUTH does not have. */
async function askForProof(choice: Choice, given: string) {
  const { pool, client, candidate } = choice
  const A = checkedA(given)
  return passwordChallenge(pool, client, {
    name: candidate.user.username,
    user: candidate.exists ? candidate.user : undefined,
    A,
    deviceKey: choice.course.deviceKey,
    session: openFor(choice, 'PASSWORD_VERIFIER'),
  })
}

/** Nobody gets a code, and is told of it all the same. */
function askForCode(
  choice: Choice,
  factor: 'EMAIL_OTP' | 'SMS_OTP',
  contact: ContactAttribute,
): RespondToAuthChallengeResponse {
  const { user, exists } = choice.candidate
  const { code, details } = exists
    ? sendChallengeCode(choice.cognito, user, 'signIn', contact)
    : {
        code: randomText(8, '0123456789'),
        details: deliveryDetails(contact, user.attributes[contact] ?? ''),
      }
  return {
    ChallengeName: factor,
    Session: openFor(choice, factor, { code, sentTo: user.attributes[contact] }),
    ChallengeParameters: {
      CODE_DELIVERY_DELIVERY_MEDIUM: details.DeliveryMedium ?? '',
      CODE_DELIVERY_DESTINATION: details.Destination ?? '',
    },
  }
}
