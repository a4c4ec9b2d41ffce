import type { AuthFlowType } from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '#local-cognito/errors.ts'
import { customAuth } from './customAuth.ts'
import type { Flow } from './flow.ts'
import { refreshTokenAuth } from './refreshTokenAuth.ts'
import { userAuth } from './userAuth.ts'
import { userPasswordAuth } from './userPasswordAuth.ts'
import { userSrpAuth } from './userSrpAuth.ts'

/** A flow of the other action: those with IAM credentials belong to AdminInitiateAuth. */
export const unsupportedFlow: Flow = {
  checkAllowed() {
    throw invalidParameter('Initiate Auth method not supported.')
  },
  start: () => Promise.reject(invalidParameter('Initiate Auth method not supported.')),
}

/** All values of `AuthFlow`, for InitiateAuth. */
export const flows = {
  USER_SRP_AUTH: userSrpAuth,
  REFRESH_TOKEN_AUTH: refreshTokenAuth,
  REFRESH_TOKEN: refreshTokenAuth,
  CUSTOM_AUTH: customAuth,
  ADMIN_NO_SRP_AUTH: unsupportedFlow,
  USER_PASSWORD_AUTH: userPasswordAuth,
  ADMIN_USER_PASSWORD_AUTH: unsupportedFlow,
  USER_AUTH: userAuth,
} satisfies Record<AuthFlowType, Flow>
