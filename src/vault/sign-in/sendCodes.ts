import type { CodeDelivery } from '#vault/protocol/challenges.ts'
import { sendConcealed } from './concealAccountExistence.ts'
import {
  codeLength,
  deliveryFrom,
  withDelivery,
  type FlowDeps,
  type Outcome,
} from './pendingChallenge.ts'

/** Sends another confirmation code. The code before it is void from then on. */
export async function sendConfirmation(
  flow: FlowDeps,
  username: string,
): Promise<CodeDelivery | undefined> {
  const { CodeDeliveryDetails } = await flow.call('ResendConfirmationCode', {
    ClientId: flow.clientId,
    Username: username,
  })
  return deliveryFrom(CodeDeliveryDetails)
}

/** Sends a reset code and leads to the same step whether there is such an account or not. */
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

/** Sends a reset code, if there is such an account. */
export function sendResetCode(flow: FlowDeps, username: string): Promise<CodeDelivery | undefined> {
  flow.countCode(username)
  return sendConcealed(username, async () => {
    const { CodeDeliveryDetails } = await flow.call('ForgotPassword', {
      ClientId: flow.clientId,
      Username: username,
    })
    return deliveryFrom(CodeDeliveryDetails)
  })
}
