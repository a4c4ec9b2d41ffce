import type { IdentityProviderType } from '@aws-sdk/client-cognito-identity-provider'

import type { Level } from '#local-cognito/tokens/records.ts'

// What a pool keeps for its domain: plain JSON, as everything in `records.ts` of the room above.

export interface IdentityProvider {
  name: string
  /** As `DescribeIdentityProvider` shows it, less the pool, the name and the dates. */
  settings: Pick<
    IdentityProviderType,
    'ProviderType' | 'ProviderDetails' | 'AttributeMapping' | 'AcrMapping' | 'IdpIdentifiers'
  >
  createdAt: number
  modifiedAt: number
}

/** What a client asked of `/oauth2/authorize`, checked. */
export interface HostedSignIn {
  /** Nobody can guess it. */
  id: string
  clientId: string
  redirectUri: string
  /** The identity provider's name. */
  provider: string
  scopes: string[]
  state?: string | undefined
  nonce?: string | undefined
  /** PKCE, always S256 (RFC 7636). */
  codeChallenge?: string | undefined
  /** The levels that were asked for, the best first. */
  levels?: Level[] | undefined
  /** An address to begin with. */
  loginHint?: string | undefined
  expiresAt: number
}

/** What a code stands for. */
export interface Authorization extends HostedSignIn {
  code: string
  username: string
  sub: string
}
