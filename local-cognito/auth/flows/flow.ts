import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider'
import type { Cognito } from '#local-cognito/cognito.ts'
import type { Client, Pool } from '#local-cognito/records.ts'

/** A way to begin a sign-in: what InitiateAuth does for one value of `AuthFlow`. */
export interface Flow {
  /** @throws CognitoError when the client may not use it */
  checkAllowed(client: Client): void
  start(call: FlowCall): Promise<InitiateAuthResponse>
}

interface FlowCall {
  cognito: Cognito
  pool: Pool
  client: Client
  parameters: Record<string, string>
  /** USER_AUTH right after ConfirmSignUp: what that gave. */
  session?: string | undefined
}
