import {
  CognitoIdentityProviderClient,
  type CognitoIdentityProviderClientConfig,
} from '@aws-sdk/client-cognito-identity-provider'

const loopback = ['localhost', '127.0.0.1', '[::1]']

/** AWS's client for a region, or for whoever answers at `endpoint` in its stead. */
export function openCognito(region: string, endpoint?: string): CognitoIdentityProviderClient {
  const settings: CognitoIdentityProviderClientConfig = { region, maxAttempts: 2 }
  if (endpoint === undefined) return new CognitoIdentityProviderClient(settings)
  const isLocal = loopback.includes(new URL(endpoint).hostname)
  return new CognitoIdentityProviderClient({
    ...settings,
    endpoint,
    // A local Cognito takes anything, and is nobody to show the real ones to.
    ...(isLocal && { credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
  })
}
