import type { Cognito } from '#local-cognito/cognito.ts'
import { CognitoError } from '#local-cognito/errors.ts'
import type { Client, ClientSessions, Pool, SessionTracking } from '#local-cognito/records.ts'

/** Default of a pool (API reference, GetUserPoolSessionConfiguration). */
const UNTRACKED: SessionTracking = {
  UserSessionTracking: 'DISABLED',
  TokenSession: { MaxPerUser: 20 },
}

/** Default of a client (API reference, GetUserPoolClientSessionConfiguration). */
const ONE_HOUR: ClientSessions = { SSOSession: { MaxValidityMinutes: 60 } }

export const sessionTracking = ({ sessionTracking: set }: Pool) => set ?? UNTRACKED

export const clientSessions = ({ sessions: set }: Client) => set ?? ONE_HOUR

export const tracksSessions = (pool: Pool) =>
  sessionTracking(pool).UserSessionTracking === 'ENABLED'

/**
 * Of these actions' exceptions, only OperationNotEnabledException concerns the pool's settings
 * ("for the current user pool configuration"); the message is our own.
 * @throws CognitoError where the pool does not track sessions
 */
export function checkTracksSessions({ assumptions }: Cognito, pool: Pool) {
  if (!tracksSessions(pool))
    throw new CognitoError(
      assumptions.untrackedSessions,
      'Session tracking is not enabled for this user pool.',
    )
}

/** @throws CognitoError in the LITE tier, which has no session tracking */
export function checkSessionTier({ settings }: Pool) {
  if (settings.UserPoolTier === 'LITE') throw trackingNeedsEssentials()
}

/** Worded like the message captured for token rotation; the real one is not known. */
export const trackingNeedsEssentials = () =>
  new CognitoError(
    'FeatureUnavailableInTierException',
    'The following features need to be disabled for the LITE pricing tier configured: User Session Tracking',
  )
