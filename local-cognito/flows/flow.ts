import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '#local-cognito/errors.ts'
import type { Cognito } from '#local-cognito/operation.ts'
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

/** @throws CognitoError `InvalidParameterException`, when the key is missing or empty */
export function parameter(parameters: Record<string, string>, key: string) {
  const value = parameters[key]
  if (!value) throw invalidParameter(`Missing required parameter ${key}`)
  return value
}

type ExplicitFlow = NonNullable<Client['settings']['ExplicitAuthFlows']>[number]

const BY_DEFAULT: ExplicitFlow[] = [
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_CUSTOM_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
]

/** Whether a client's `ExplicitAuthFlows` has one of `names`. */
export const allows = (client: Client, ...names: ExplicitFlow[]) =>
  permitted(client.settings.ExplicitAuthFlows ?? []).some((flow) => names.includes(flow))

function permitted(set: ExplicitFlow[]) {
  if (set.some((flow) => flow.startsWith('ALLOW_'))) return set
  // The names from before `ALLOW_`, which cannot be mixed with it, only add to the default,
  // but for the one that says so.
  return set.includes('CUSTOM_AUTH_FLOW_ONLY')
    ? BY_DEFAULT.filter((flow) => flow !== 'ALLOW_USER_SRP_AUTH')
    : [...BY_DEFAULT, ...set]
}
