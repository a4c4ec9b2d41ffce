import { CognitoError } from '#local-cognito/errors.ts'
import type { Client, Pool, ClientSessions, SessionTracking } from '#local-cognito/records.ts'

/** Of a pool that was never told (API reference, GetUserPoolSessionConfiguration). */
const UNTRACKED: SessionTracking = {
  UserSessionTracking: 'DISABLED',
  TokenSession: { MaxPerUser: 20 },
}

/** Of a client that was never told (API reference, GetUserPoolClientSessionConfiguration). */
const ONE_HOUR: ClientSessions = { SSOSession: { MaxValidityMinutes: 60 } }

export const sessionTracking = ({ sessionTracking: set }: Pool) => set ?? UNTRACKED

export const clientSessions = ({ sessions: set }: Client) => set ?? ONE_HOUR

export const tracksSessions = (pool: Pool) =>
  sessionTracking(pool).UserSessionTracking === 'ENABLED'

/**
 * The only exception of these actions that is about a pool's settings is OperationNotEnabledException
 * ("for the current user pool configuration"); the words are ours.
 * @throws CognitoError where the pool does not track sessions
 */
export function checkTracksSessions(pool: Pool) {
  if (!tracksSessions(pool))
    throw new CognitoError(
      'OperationNotEnabledException',
      'Session tracking is not enabled for this user pool.',
    )
}

/** @throws CognitoError for the one tier that has no sessions to set up */
export function checkSessionTier({ settings }: Pool) {
  if (settings.UserPoolTier === 'LITE') throw trackingNeedsEssentials()
}

/** As the text captured for token rotation; of this feature it is not known. */
export const trackingNeedsEssentials = () =>
  new CognitoError(
    'FeatureUnavailableInTierException',
    'The following features need to be disabled for the LITE pricing tier configured: User Session Tracking',
  )
