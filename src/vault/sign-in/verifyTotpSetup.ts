import {
  cognitoChallengeOf,
  type PendingChallengeOf,
  type Outcome,
  type FlowDeps,
} from './pendingChallenge.ts'
import { VaultError } from '#vault/cognito/vaultError.ts'
import type { Answers } from '#vault/protocol/challenges.ts'
import { respondToChallenge } from './respondToChallenge.ts'

/** Shows that the app has the secret, and goes on. A wrong code may be mended. */
export async function verifyTotpSetup(
  flow: FlowDeps,
  pending: PendingChallengeOf<'setUpTotp'>,
  { code, deviceName }: Answers['setUpTotp'],
): Promise<Outcome> {
  const { session } = cognitoChallengeOf(pending)
  const { Status, Session } = await flow.call('VerifySoftwareToken', {
    UserCode: code,
    ...(session === undefined ? {} : { Session: session }),
    ...(deviceName === '' ? {} : { FriendlyDeviceName: deviceName }),
  })
  if (Status !== 'SUCCESS') throw new VaultError({ code: 'codeMismatch' })
  const verified = {
    ...cognitoChallengeOf(pending),
    ...(Session === undefined ? {} : { session: Session }),
  }
  return respondToChallenge(flow, { ...pending, cognitoChallenge: verified }, {})
}
