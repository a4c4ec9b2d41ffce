import { accessSeconds, flowsOf, refreshSeconds, rotates, spoken } from '../facts.ts'
import { type Check, guide } from './check.ts'

const refreshing = guide('amazon-cognito-user-pools-using-the-refresh-token')

/** How long a sign-in lasts, and how it can be ended. */
export const tokenChecks: readonly Check[] = [
  {
    code: 'revocationOff',
    severity: 'unwise',
    source: guide('token-revocation'),
    find: ({ client }) =>
      client.EnableTokenRevocation === true
        ? undefined
        : 'Tokens cannot be revoked, so signing out in the portal ends nothing at Cognito: who has copied a refresh token keeps it. Set EnableTokenRevocation to true.',
  },
  {
    code: 'rotationOff',
    severity: 'note',
    source: refreshing,
    find: (seen) =>
      rotates(seen)
        ? undefined
        : 'Refresh tokens are not rotated: one that was copied works as long as the real one, and nobody notices. Set RefreshTokenRotation to ENABLED with a grace of 10 seconds, and take ALLOW_REFRESH_TOKEN_AUTH out, which AWS does not allow beside it. It needs the Essentials plan.',
  },
  {
    code: 'noRefresh',
    severity: 'unwise',
    source: refreshing,
    find: (seen) =>
      rotates(seen) || flowsOf(seen).includes('ALLOW_REFRESH_TOKEN_AUTH')
        ? undefined
        : `The app client has neither rotation of refresh tokens nor ALLOW_REFRESH_TOKEN_AUTH, so a sign-in may end with its access token, after ${spoken(accessSeconds(seen))}. Set RefreshTokenRotation to ENABLED, or add the flow.`,
  },
  {
    code: 'accessLong',
    severity: 'unwise',
    source: guide('amazon-cognito-user-pools-using-the-access-token'),
    find: (seen) =>
      accessSeconds(seen) <= 3600
        ? undefined
        : `Access tokens are valid for ${spoken(accessSeconds(seen))}. An API that checks them by itself takes a stolen one that long, also after signing out. Set AccessTokenValidity to 15 minutes, an hour at most: the portal gets new ones by itself.`,
  },
  {
    code: 'refreshLong',
    severity: 'unwise',
    source: refreshing,
    find: (seen) =>
      refreshSeconds(seen) <= 30 * 86_400
        ? undefined
        : `Refresh tokens are valid for ${spoken(refreshSeconds(seen))}: so long can a forgotten browser, or a copy, stay signed in. Set RefreshTokenValidity to what your people need, 30 days at most.`,
  },
]
