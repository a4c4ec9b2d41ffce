import { respondable, type AttemptOf, type Outcome, type Steps } from './attempt.ts'
import { VaultError } from '#vault/wire/errors.ts'
import type { Answers } from '#vault/messages.ts'
import { respond } from './respond.ts'

/** Shows that the app has the secret, and goes on. A wrong code may be mended. */
export async function finishTotp(
  steps: Steps,
  attempt: AttemptOf<'setUpTotp'>,
  { code, deviceName }: Answers['setUpTotp'],
): Promise<Outcome> {
  const { session } = respondable(attempt)
  const { Status, Session } = await steps.call('VerifySoftwareToken', {
    UserCode: code,
    ...(session === undefined ? {} : { Session: session }),
    ...(deviceName === '' ? {} : { FriendlyDeviceName: deviceName }),
  })
  if (Status !== 'SUCCESS') throw new VaultError({ code: 'codeMismatch' })
  const verified = {
    ...respondable(attempt),
    ...(Session === undefined ? {} : { session: Session }),
  }
  return respond(steps, { ...attempt, respond: verified }, {})
}
