import {
  CognitoIdentityProviderClient,
  type CognitoIdentityProviderClientConfig,
  DescribeIdentityProviderCommand,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  GetUserPoolMfaConfigCommand,
  type IdentityProviderType,
  paginateListIdentityProviders,
  type UserPoolType,
} from '@aws-sdk/client-cognito-identity-provider'
import { UsageError } from '../UsageError.ts'
import type { PoolDescription } from './poolDescription.ts'

/** @param endpoint of a local Cognito, which is used instead of AWS. */
export function openCognito(region: string, endpoint?: string): CognitoIdentityProviderClient {
  const config: CognitoIdentityProviderClientConfig = { region, maxAttempts: 2 }
  if (endpoint === undefined) return new CognitoIdentityProviderClient(config)
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(new URL(endpoint).hostname)
  return new CognitoIdentityProviderClient({
    ...config,
    endpoint,
    // A local Cognito accepts any credentials, and must not get real ones.
    ...(isLocal && { credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
  })
}

/**
 * Reads a pool and one of its clients. Asks for identity providers only if the client has some, so that
 * the permission for it is not always needed.
 *
 * @throws UsageError if a call fails.
 */
export async function readPool(
  sdk: CognitoIdentityProviderClient,
  UserPoolId: string,
  ClientId: string,
): Promise<PoolDescription> {
  const { UserPool: pool = {} } = await call('DescribeUserPool', async () =>
    sdk.send(new DescribeUserPoolCommand({ UserPoolId })),
  )
  const { UserPoolClient: client = {} } = await call('DescribeUserPoolClient', async () =>
    sdk.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId })),
  )
  const mfa = await call('GetUserPoolMfaConfig', async () =>
    sdk.send(new GetUserPoolMfaConfigCommand({ UserPoolId })),
  )
  const offered = (client.SupportedIdentityProviders ?? []).filter((name) => name !== 'COGNITO')
  const known = offered.length > 0 ? await providerNames(sdk, UserPoolId) : []
  const providers: IdentityProviderType[] = []
  for (const ProviderName of offered.filter((name) => known.includes(name))) {
    const { IdentityProvider } = await call('DescribeIdentityProvider', async () =>
      sdk.send(new DescribeIdentityProviderCommand({ UserPoolId, ProviderName })),
    )
    if (IdentityProvider) providers.push(IdentityProvider)
  }
  return { pool, client, mfa, providers }
}

const providerNames = async (client: CognitoIdentityProviderClient, UserPoolId: string) =>
  call('ListIdentityProviders', async () => {
    const names: string[] = []
    for await (const page of paginateListIdentityProviders({ client }, { UserPoolId })) {
      names.push(...(page.Providers ?? []).flatMap(({ ProviderName }) => ProviderName ?? []))
    }
    return names
  })

/**
 * The address of the pool's domain: its custom domain, or else its prefix domain at AWS.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain.html
 */
export async function domainOf(
  { CustomDomain, Domain, Id = '' }: UserPoolType,
  { region, endpoint }: { region: string; endpoint: string | undefined },
): Promise<string | undefined> {
  if (endpoint !== undefined) return publishedDomain(endpoint, Id)
  if (CustomDomain) return `https://${CustomDomain}`
  return Domain && `https://${Domain}.auth.${region}.amazoncognito.com`
}

/** A local Cognito has no host name for a domain, but publishes its address. */
async function publishedDomain(endpoint: string, poolId: string): Promise<string | undefined> {
  const base = endpoint.replace(/\/+$/, '')
  const published = await call('openid-configuration', async (): Promise<unknown> => {
    const response = await fetch(`${base}/${poolId}/.well-known/openid-configuration`)
    return response.ok ? response.json() : undefined
  })
  if (typeof published !== 'object' || published === null) return undefined
  const found = 'authorization_endpoint' in published && published.authorization_endpoint
  return typeof found === 'string' ? found.replace(/\/oauth2\/authorize$/, '') : undefined
}

/** @throws UsageError with advice for the operator. */
async function call<Answer>(action: string, send: () => Promise<Answer>): Promise<Answer> {
  try {
    return await send()
  } catch (error) {
    if (error instanceof Error) throw new UsageError(advice(action, error), { cause: error })
    throw error
  }
}

const denied = /^(AccessDenied|NotAuthorized)Exception$/

/** Errors of AWS and of its SDK for missing or invalid credentials. */
const noCredentials =
  /^(CredentialsProviderError|TokenProviderError|(ExpiredToken|IncompleteSignature|InvalidSignature|MissingAuthenticationToken|UnrecognizedClient)Exception|InvalidClientTokenId)$/

function advice(action: string, { name, message }: Error): string {
  if (denied.test(name)) {
    return `These credentials may not read the pool: ${action} was denied. They need the IAM actions ${needed(action)}. AWS says: ${message}`
  }
  if (noCredentials.test(name)) {
    return `The AWS credentials are missing or invalid. Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, to credentials with the IAM actions ${needed(action)}. AWS says: ${message}`
  }
  if (name === 'ResourceNotFoundException') {
    return `${message} Is it the ID of another pool, or of another AWS account?`
  }
  return `${action} failed: ${message || name}`
}

const forEveryPool = ['DescribeUserPool', 'DescribeUserPoolClient', 'GetUserPoolMfaConfig']
const forProviders = ['ListIdentityProviders', 'DescribeIdentityProvider']

function needed(action: string): string {
  const actions = [...forEveryPool, ...(forProviders.includes(action) ? forProviders : [])]
  return actions.map((one) => `cognito-idp:${one}`).join(', ')
}
