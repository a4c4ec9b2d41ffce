import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider'
import type { Cognito } from '#local-cognito/cognito.ts'
import type { Client, Pool } from '#local-cognito/records.ts'

/** Starts a sign-in: InitiateAuth for one value of `AuthFlow`. */
export interface Flow {
  /** @throws CognitoError when the client does not allow this flow */
  checkAllowed(client: Client): void
  start(call: FlowCall): Promise<InitiateAuthResponse>
}

interface FlowCall {
  cognito: Cognito
  pool: Pool
  client: Client
  parameters: Record<string, string>
  /** Session of ConfirmSignUp, for automatic sign-in with USER_AUTH. */
  session?: string | undefined
}
