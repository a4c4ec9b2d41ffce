import type {
  DomainDescriptionType,
  IdentityProviderType,
  ResourceServerScopeType,
} from '@aws-sdk/client-cognito-identity-provider'

// Records of the store inside that of a pool.

export interface ResourceServer {
  identifier: string
  name: string
  scopes: ResourceServerScopeType[]
}

/** As answered by `DescribeUserPoolDomain`. */
export type DomainSettings = Pick<
  DomainDescriptionType,
  'CustomDomainConfig' | 'ManagedLoginVersion' | 'Routing'
>

export interface IdentityProvider {
  name: string
  /** As answered by `DescribeIdentityProvider`, without the pool, the name and the dates. */
  settings: Pick<
    IdentityProviderType,
    'ProviderType' | 'ProviderDetails' | 'AttributeMapping' | 'AcrMapping' | 'IdpIdentifiers'
  >
  createdAt: number
  modifiedAt: number
}
