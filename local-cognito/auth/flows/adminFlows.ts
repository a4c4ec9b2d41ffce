import type { AuthFlowType } from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '#local-cognito/errors.ts'
import { allowsFlow } from '#local-cognito/pools/clients.ts'
import type { Flow } from './flow.ts'
import { flows, unsupportedFlow } from './flows.ts'
import { userPasswordAuth } from './userPasswordAuth.ts'

/** Password in plain text, from a server with IAM credentials. */
const adminPasswordAuth: Flow = {
  checkAllowed(client) {
    if (!allowsFlow(client, 'ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH'))
      throw invalidParameter('Auth flow not enabled for this client')
  },
  start: (call) => userPasswordAuth.start(call),
}

/** All values of `AuthFlow`, for AdminInitiateAuth. */
export const adminFlows = {
  ...flows,
  ADMIN_NO_SRP_AUTH: adminPasswordAuth,
  ADMIN_USER_PASSWORD_AUTH: adminPasswordAuth,
  USER_PASSWORD_AUTH: unsupportedFlow,
} satisfies Record<AuthFlowType, Flow>
