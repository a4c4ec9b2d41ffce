import { deviceNamed } from '#local-cognito/devices/devices.ts'
import { checkSecretHash } from '#local-cognito/pools/clients.ts'
import {
  courseOf,
  invalidSession,
  openSession,
  sessionFor,
  sessionUser,
} from '#local-cognito/sign-in/sessions.ts'
import { beginSrp, checkedA } from '#local-cognito/srp/begin.ts'
import type { Challenge } from './challenge.ts'

/** The first half of a device's proof: its public value, for which it gets the server's. */
export const deviceSrpAuth: Challenge = {
  answers: ['USERNAME', 'DEVICE_KEY', 'SRP_A'],

  async answer({ cognito, pool, client, name, session: id, responses }) {
    const { USERNAME: username = '', DEVICE_KEY: key, SRP_A = '' } = responses
    const session = sessionFor(cognito, client, name, id)
    const A = checkedA(SRP_A)
    await checkSecretHash(client, [username], responses['SECRET_HASH'], 'auth')
    const user = sessionUser(cognito, pool, session, username)
    const device = deviceNamed(user, key)
    if (device.key !== session.deviceKey) throw invalidSession()
    session.used = true
    const next = openSession(cognito, client, user, 'DEVICE_PASSWORD_VERIFIER', courseOf(session))
    const state = { A, clientId: client.id, username: user.username, boundTo: next }
    return {
      ChallengeName: 'DEVICE_PASSWORD_VERIFIER',
      Session: next,
      ChallengeParameters: {
        ...(await beginSrp(pool, device.verifier, state)),
        USERNAME: user.username,
        DEVICE_KEY: device.key,
      },
    }
  },
}
