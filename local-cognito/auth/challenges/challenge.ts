import type {
  ChallengeNameType,
  RespondToAuthChallengeResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import type { Cognito } from '#local-cognito/cognito.ts'
import type { Client, Pool } from '#local-cognito/records.ts'

/** Handles RespondToAuthChallenge for one value of `ChallengeName`. */
export interface Challenge {
  /**
   * Required keys of `ChallengeResponses`, in the order in which the service reports them missing.
   */
  readonly answers: readonly string[]
  answer(call: ChallengeCall): Promise<RespondToAuthChallengeResponse>
}

export interface ChallengeCall {
  cognito: Cognito
  pool: Pool
  client: Client
  name: ChallengeNameType
  /** `Session` of the answer, unvalidated; PASSWORD_VERIFIER in USER_SRP_AUTH has none. */
  session: string | undefined
  responses: Record<string, string>
}
