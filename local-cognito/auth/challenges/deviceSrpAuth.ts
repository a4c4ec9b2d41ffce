import type { RespondToAuthChallengeResponse } from '@aws-sdk/client-cognito-identity-provider'
import {
  invalidSession,
  openSession,
  progressOf,
  sessionFor,
  sessionUser,
} from '#local-cognito/auth/challengeSessions.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import { requireDevice } from '#local-cognito/devices/devices.ts'
import { checkSecretHash } from '#local-cognito/pools/clients.ts'
import type { Client, Device, User } from '#local-cognito/records.ts'
import type { SignInProgress } from '#local-cognito/signInRecords.ts'
import { checkSrpA, startSrp } from '#local-cognito/srp/startSrp.ts'
import type { Challenge } from './challenge.ts'

/** Takes a device's public value (SRP_A) and answers with the server's (SRP_B). */
export const deviceSrpAuth: Challenge = {
  answers: ['USERNAME', 'DEVICE_KEY', 'SRP_A'],

  async answer({ cognito, pool, client, name, session: id, responses }) {
    const { USERNAME: username = '', DEVICE_KEY: key, SRP_A = '' } = responses
    const session = sessionFor(cognito, client, name, id)
    const A = checkSrpA(SRP_A)
    await checkSecretHash(client, [username], responses['SECRET_HASH'], 'auth')
    const user = sessionUser(cognito, pool, session, username)
    const device = requireDevice(user, key)
    if (device.key !== session.deviceKey) throw invalidSession()
    session.used = true
    const next = openSession(cognito, client, user, 'DEVICE_PASSWORD_VERIFIER', progressOf(session))
    const state = { A, clientId: client.id, username: user.username, boundTo: next }
    return {
      ChallengeName: 'DEVICE_PASSWORD_VERIFIER',
      Session: next,
      ChallengeParameters: {
        ...(await startSrp(pool, device.verifier, state)),
        USERNAME: user.username,
        DEVICE_KEY: device.key,
      },
    }
  },
}

/** Asks a remembered device to authenticate by SRP. */
export const askDevice = (
  cognito: Cognito,
  client: Client,
  user: User,
  device: Device,
  progress: SignInProgress,
): RespondToAuthChallengeResponse => ({
  ChallengeName: 'DEVICE_SRP_AUTH',
  Session: openSession(cognito, client, user, 'DEVICE_SRP_AUTH', {
    ...progress,
    deviceKey: device.key,
  }),
  ChallengeParameters: { USERNAME: user.username, DEVICE_KEY: device.key },
})
