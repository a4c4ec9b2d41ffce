import { requiredParameter } from '#local-cognito/auth/parameters.ts'
import { checkRefreshDevice } from '#local-cognito/devices/devices.ts'
import { CognitoError, invalidParameter } from '#local-cognito/errors.ts'
import { allowsFlow, checkSecretHash } from '#local-cognito/pools/clients.ts'
import { findRefreshToken, renewTokens, rotates } from '#local-cognito/tokens/refresh.ts'
import type { Flow } from './flow.ts'

/**
 * `REFRESH_TOKEN_AUTH`, also known as `REFRESH_TOKEN`. Not available to clients that rotate tokens.
 */
export const refreshTokenAuth: Flow = {
  checkAllowed(client) {
    if (rotates(client))
      throw new CognitoError(
        'UnsupportedOperationException',
        'This API does not support refresh token rotation',
      )
    if (!allowsFlow(client, 'ALLOW_REFRESH_TOKEN_AUTH'))
      throw invalidParameter('Auth flow not enabled for this client')
  },

  async start({ cognito, pool, client, parameters }) {
    const token = requiredParameter(parameters, 'REFRESH_TOKEN')
    const hash = parameters['SECRET_HASH']
    // Without a username in the request, the hash can be checked only after the token is resolved.
    if (!hash) await checkSecretHash(client, [], hash, 'auth')
    const found = await findRefreshToken(cognito, client, token)
    await checkSecretHash(client, [found.user.username, found.user.sub], hash, 'auth')
    checkRefreshDevice(cognito, pool, found, parameters['DEVICE_KEY'])
    return {
      ChallengeParameters: {},
      AuthenticationResult: await renewTokens(cognito, pool, client, found),
    }
  },
}
