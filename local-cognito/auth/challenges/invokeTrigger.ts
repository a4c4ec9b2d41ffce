import type { ResolvedUser } from '#local-cognito/auth/resolvedUser.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import { CognitoError, invalidParameter } from '#local-cognito/errors.ts'
import type { Client, Pool } from '#local-cognito/records.ts'
import type { CustomChallenge, TriggerContext } from '#local-cognito/triggers.ts'

/**
 * Finds the triggers of a pool. @throws CognitoError where its `LambdaConfig` names none that is
 * available
 */
export function triggersOf({ triggers }: Cognito, pool: Pool): CustomChallenge {
  const wanted = pool.settings.LambdaConfig?.DefineAuthChallenge
  const found = Object.entries(triggers).find(([name]) => name === wanted)
  if (!found)
    throw invalidParameter('Custom auth lambda trigger is not configured for the user pool.')
  return found[1]
}

/** Sign-in on whose behalf a trigger runs. */
export interface TriggerCall {
  cognito: Cognito
  pool: Pool
  client: Client
  resolvedUser: ResolvedUser
  /** `ClientMetadata` of RespondToAuthChallenge. */
  metadata?: Record<string, string> | undefined
}

/** Builds the part of the event that all three triggers share. */
export function eventOf({ pool, client, resolvedUser: { user, exists }, metadata }: TriggerCall) {
  return {
    version: '1' as const,
    region: pool.id.slice(0, pool.id.indexOf('_')),
    userPoolId: pool.id,
    userName: user.username,
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: client.id },
    request: {
      userAttributes: exists
        ? { sub: user.sub, 'cognito:user_status': user.status, ...user.attributes }
        : {},
      ...(!exists && { userNotFound: true }),
      ...(metadata && { clientMetadata: metadata }),
    },
  }
}

const NAMES = {
  define: 'DefineAuthChallenge',
  create: 'CreateAuthChallenge',
  verify: 'VerifyAuthChallengeResponse',
} as const

/**
 * Runs one trigger.
 * @throws CognitoError `UserLambdaValidationException` with the trigger's message, where it throws
 */
export async function invokeTrigger<Step extends keyof CustomChallenge>(
  occasion: TriggerCall,
  step: Step,
  run: (context: TriggerContext) => ReturnType<CustomChallenge[Step]>,
) {
  const { cognito, pool, client, resolvedUser } = occasion
  const { DefaultRedirectURI: first, CallbackURLs: others = [] } = client.settings
  const context: TriggerContext = {
    addresses: first === undefined ? others : [first, ...others],
    send: (message) =>
      cognito.send({ ...message, username: resolvedUser.user.username, poolId: pool.id }),
  }
  try {
    return await run(context)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new CognitoError(
      'UserLambdaValidationException',
      `${NAMES[step]} failed with error ${message}.`,
    )
  }
}
