import type { RespondToAuthChallengeResponse } from '@aws-sdk/client-cognito-identity-provider'
import type { Cognito } from '#local-cognito/operation.ts'
import type { Client, Device, User } from '#local-cognito/records.ts'
import { openSession } from '#local-cognito/sign-in/sessions.ts'
import type { Course } from '#local-cognito/tokens/records.ts'

/** Asks a remembered device to prove itself, as people are asked for their password. */
export const askDevice = (
  cognito: Cognito,
  client: Client,
  user: User,
  device: Device,
  course: Course,
): RespondToAuthChallengeResponse => ({
  ChallengeName: 'DEVICE_SRP_AUTH',
  Session: openSession(cognito, client, user, 'DEVICE_SRP_AUTH', {
    ...course,
    deviceKey: device.key,
  }),
  ChallengeParameters: { USERNAME: user.username, DEVICE_KEY: device.key },
})
