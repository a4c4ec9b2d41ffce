import { codeLength, withDelivery } from './attempt.ts'
import type { Outcome, Steps } from './attempt.ts'
import { sendResetCode } from './codes.ts'

/** Asks for a code, and leads to the same place whether there is an account or not. */
export async function forgotPassword(
  steps: Steps,
  { username, required, keep }: { username: string; required: boolean; keep: boolean },
): Promise<Outcome> {
  const delivery = await sendResetCode(steps, username)
  const challenge = { kind: 'resetPassword' as const, username, required, codeLength }
  return { to: 'challenge', attempt: { keep, challenge: withDelivery(challenge, delivery) } }
}
