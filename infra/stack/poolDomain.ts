import type { FederationSettings } from './stackSettings.ts'

/** Where Cognito's own pages are, for signing in with somebody else's account. */
export const poolDomain = ({ domainPrefix }: FederationSettings, region: string) =>
  `https://${domainPrefix}.auth.${region}.amazoncognito.com`
