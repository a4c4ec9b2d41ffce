import {
  invalidSession,
  progressOf,
  sessionFor,
  sessionUser,
} from '#local-cognito/auth/challengeSessions.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import { requireDevice } from '#local-cognito/devices/devices.ts'
import { incorrectUsernameOrPassword } from '#local-cognito/errors.ts'
import { checkSecretHash } from '#local-cognito/pools/clients.ts'
import type { Device } from '#local-cognito/records.ts'
import {
  CLAIM_PARAMETERS,
  readPasswordClaim,
  verifyPasswordClaim,
} from '#local-cognito/srp/passwordClaim.ts'
import type { Identity } from '#local-cognito/srp/verifier.ts'
import { checkLockout, clearFailures, countFailure } from '#local-cognito/users/limits.ts'
import type { Challenge } from './challenge.ts'
import { issueTokens } from './completeSignIn.ts'

/** Verifies the SRP proof of a remembered device, which replaces the second factor. */
export const devicePasswordVerifier: Challenge = {
  answers: ['USERNAME', 'DEVICE_KEY', ...CLAIM_PARAMETERS],

  async answer({ cognito, pool, client, name, session: id, responses }) {
    const { USERNAME: username = '', DEVICE_KEY: key } = responses
    const claim = readPasswordClaim(responses)
    const session = sessionFor(cognito, client, name, id)
    await checkSecretHash(client, [username], responses['SECRET_HASH'], 'auth')
    const user = sessionUser(cognito, pool, session, username)
    const device = requireDevice(user, key)
    if (device.key !== session.deviceKey) throw invalidSession()
    // Counted apart from passwords, whose success would reset the count. The space keeps the key
    // from being a username.
    const counted = `${user.username} device`
    checkLockout(cognito, pool, counted)
    const exchange = await verifyPasswordClaim(
      pool,
      claim,
      {
        clientId: client.id,
        username: user.username,
        boundTo: session.id,
        identity: deviceIdentity(device),
        verifier: device.verifier.verifier,
      },
      cognito.power,
    )
    if (!exchange) {
      countFailure(cognito, pool, counted)
      throw incorrectUsernameOrPassword()
    }
    clearFailures(cognito, pool, counted)
    session.used = true
    // A device replaces the second factor but is none itself, so it adds nothing to `amr`.
    const byDevice: Cognito = { ...cognito, tokenSource: 'AuthenticateDevice' }
    return issueTokens(byDevice, pool, client, user, progressOf(session))
  },
}

/**
 * In device SRP, the group key takes the place of the pool name, and the device key that of the
 * username.
 */
const deviceIdentity = (device: Device): Identity => ({
  poolId: device.groupKey,
  username: device.key,
})
