import type {
  ChallengeNameType,
  RespondToAuthChallengeResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import type { Cognito } from '#local-cognito/cognito.ts'
import type { Client, Pool } from '#local-cognito/records.ts'

/** What RespondToAuthChallenge does for one value of `ChallengeName`. */
export interface Challenge {
  /** What has to be in `ChallengeResponses`, in the order in which it is missed. */
  readonly answers: readonly string[]
  answer(call: ChallengeCall): Promise<RespondToAuthChallengeResponse>
}

export interface ChallengeCall {
  cognito: Cognito
  pool: Pool
  client: Client
  name: ChallengeNameType
  /** The `Session` that came with the answer, unchecked: SRP has none. */
  session: string | undefined
  responses: Record<string, string>
  /** `ClientMetadata`: for triggers alone. */
  metadata: Record<string, string> | undefined
}
