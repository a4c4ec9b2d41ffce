import { CognitoError, invalidParameter } from '#local-cognito/errors.ts'
import { allows, type Flow } from './flow.ts'

/** Needs Lambda triggers, of which the local Cognito has none: so does a pool on AWS without them. */
export const customAuth: Flow = {
  checkAllowed(client) {
    if (!allows(client, 'ALLOW_CUSTOM_AUTH'))
      throw invalidParameter('CUSTOM_AUTH is not enabled for the client.')
  },
  start: () =>
    Promise.reject(
      invalidParameter('Custom auth lambda trigger is not configured for the user pool.'),
    ),
}

/** AWS serves this one; a client cannot get further here, and is told so. */
export const userAuth: Flow = {
  checkAllowed(client) {
    if (!allows(client, 'ALLOW_USER_AUTH'))
      throw invalidParameter('USER_AUTH flow not enabled for this client')
  },
  start: () =>
    Promise.reject(
      new CognitoError(
        'UnsupportedOperationException',
        'The local Cognito does not serve USER_AUTH.',
      ),
    ),
}

/** Those that take IAM credentials belong to AdminInitiateAuth. */
export const adminOnly: Flow = {
  checkAllowed() {
    throw invalidParameter('Initiate Auth method not supported.')
  },
  start: () => Promise.reject(invalidParameter('Initiate Auth method not supported.')),
}
