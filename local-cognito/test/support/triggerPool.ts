import type { LambdaConfigType } from '@aws-sdk/client-cognito-identity-provider'
import type { TriggerFunctions } from '#local-cognito/triggers.ts'
import { openTestPool, type TestPoolOptions } from './testPool.ts'

/** A signature as administrators send it; it is not verified. */
export const SIGNED = {
  Authorization: `AWS4-HMAC-SHA256 Credential=any/20260101/us-east-1/cognito-idp/aws4_request, SignedHeaders=host, Signature=${'0'.repeat(64)}`,
}

/** Opens a pool with these triggers, of which all are in its `LambdaConfig`. */
export async function openTriggerPool(
  triggers: TriggerFunctions,
  { pool, client, ...settings }: TestPoolOptions = {},
) {
  const LambdaConfig: LambdaConfigType = Object.fromEntries(
    Object.keys(triggers).map((name) => [name, 'local:test']),
  )
  const testPool = await openTestPool({
    ...settings,
    pool: { AutoVerifiedAttributes: ['email'], LambdaConfig, ...pool },
    client: {
      ExplicitAuthFlows: [
        'ALLOW_USER_PASSWORD_AUTH',
        'ALLOW_USER_SRP_AUTH',
        'ALLOW_REFRESH_TOKEN_AUTH',
      ],
      ...client,
    },
    options: { triggers: { 'local:test': triggers } },
  })
  /** Calls an action as an administrator. @returns its answer, or the exception */
  async function admin(action: string, input: object): Promise<unknown> {
    const { text } = await testPool.send(action, { UserPoolId: testPool.pool.id, ...input }, SIGNED)
    return text === '' ? {} : JSON.parse(text)
  }
  return { ...testPool, admin }
}

/** Functions that note the events they get. */
export function recorder() {
  const events: { triggerSource: string; request: object; userName: string }[] = []
  const note = <Event extends (typeof events)[number]>(event: Event): Event => {
    events.push(structuredClone(event))
    return event
  }
  return { events, note, sources: () => events.map(({ triggerSource }) => triggerSource) }
}

export const byPassword = (USERNAME: string, PASSWORD: string) => ({
  AuthFlow: 'USER_PASSWORD_AUTH',
  AuthParameters: { USERNAME, PASSWORD },
})
