import { isOfKind, type AttemptOf } from './attempt.ts'
import type { LateTools } from './lateTools.ts'
import { VaultError } from '#vault/wire/errors.ts'
import { identify } from './identify.ts'
import type { LateCommands } from './lateCommands.ts'
import { proofOfSignIn } from './levels.ts'
import { respond } from './respond.ts'

/** What was offered last. Beside the state: nobody has asked for anything yet. */
let offered: AttemptOf<'passkey'> | undefined

/**
 * For the browser's list of names under the field: a passkey in it signs in by itself. Whatever else
 * Cognito would ask this name is no news, and so is a refusal: the form will hear of it.
 */
export async function offerPasskey(
  { steps, config }: LateTools,
  { username, keepSignedIn: keep }: LateCommands['offerPasskey']['input'],
): Promise<LateCommands['offerPasskey']['answer']> {
  offered = undefined
  try {
    const outcome = await identify(steps, { username, keep, ...proofOfSignIn(config) }, 'WEB_AUTHN')
    if (outcome.to !== 'challenge' || !isOfKind(outcome.attempt, 'passkey')) return {}
    offered = outcome.attempt
    return { options: offered.challenge.options }
  } catch (error) {
    if (error instanceof VaultError) return {}
    throw error
  }
}

export async function takePasskey(
  { steps, follow }: LateTools,
  { credential }: LateCommands['takePasskey']['input'],
): Promise<void> {
  if (!offered) throw new VaultError({ code: 'nothingToAnswer' })
  const attempt = offered
  offered = undefined
  await follow(await respond(steps, attempt, { CREDENTIAL: credential }))
}
