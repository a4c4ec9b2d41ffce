import {
  type CognitoIdentityProviderClient,
  DescribeIdentityProviderCommand,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  type GetUserPoolMfaConfigResponse,
  GetUserPoolMfaConfigCommand,
  type IdentityProviderType,
  paginateListIdentityProviders,
  type UserPoolClientType,
  type UserPoolType,
} from '@aws-sdk/client-cognito-identity-provider'
import { ask } from './explain.ts'

/** A pool and one of its app clients, as AWS describes them. */
export interface PoolFacts {
  pool: UserPoolType
  client: UserPoolClientType
  mfa: GetUserPoolMfaConfigResponse
  /** Those that the client offers, in its order. */
  providers: IdentityProviderType[]
}

/**
 * Asks AWS. Identity providers only where the client has some, so that no permission is needed for
 * what is not there.
 * @throws Refusal where one of the questions is refused
 */
export async function readPool(
  sdk: CognitoIdentityProviderClient,
  UserPoolId: string,
  ClientId: string,
): Promise<PoolFacts> {
  const { UserPool: pool = {} } = await ask('DescribeUserPool', () =>
    sdk.send(new DescribeUserPoolCommand({ UserPoolId })),
  )
  const { UserPoolClient: client = {} } = await ask('DescribeUserPoolClient', () =>
    sdk.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId })),
  )
  const mfa = await ask('GetUserPoolMfaConfig', () =>
    sdk.send(new GetUserPoolMfaConfigCommand({ UserPoolId })),
  )
  const offered = (client.SupportedIdentityProviders ?? []).filter((name) => name !== 'COGNITO')
  const known = offered.length > 0 ? await providerNames(sdk, UserPoolId) : []
  const providers: IdentityProviderType[] = []
  for (const ProviderName of offered.filter((name) => known.includes(name))) {
    const { IdentityProvider } = await ask('DescribeIdentityProvider', () =>
      sdk.send(new DescribeIdentityProviderCommand({ UserPoolId, ProviderName })),
    )
    if (IdentityProvider) providers.push(IdentityProvider)
  }
  return { pool, client, mfa, providers }
}

const providerNames = (client: CognitoIdentityProviderClient, UserPoolId: string) =>
  ask('ListIdentityProviders', async () => {
    const names: string[] = []
    for await (const { Providers = [] } of paginateListIdentityProviders(
      { client },
      { UserPoolId },
    )) {
      names.push(...Providers.flatMap(({ ProviderName }) => ProviderName ?? []))
    }
    return names
  })
