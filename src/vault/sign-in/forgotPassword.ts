import { codeLength, withDelivery } from './pendingChallenge.ts'
import type { Outcome, FlowDeps } from './pendingChallenge.ts'
import { sendResetCode } from './sendCodes.ts'

/** Asks for a code, and leads to the same place whether there is an account or not. */
export async function forgotPassword(
  flow: FlowDeps,
  { username, required, rememberMe }: { username: string; required: boolean; rememberMe: boolean },
): Promise<Outcome> {
  const delivery = await sendResetCode(flow, username)
  const challenge = { kind: 'resetPassword' as const, username, required, codeLength }
  return {
    kind: 'challenge',
    pending: { rememberMe, challenge: withDelivery(challenge, delivery) },
  }
}
