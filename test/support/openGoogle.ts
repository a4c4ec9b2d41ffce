import { http } from 'msw'
import { network } from './network.ts'
import { openBrowser } from './openBrowser.ts'
import { type PoolSettings, startCognito } from './startCognito.ts'

const redirectUri = 'https://app.test/sign-in/callback'
const scopes = ['openid', 'email', 'profile', 'aws.cognito.signin.user.admin']

/** Profile that the user picks at the provider. */
export const ada = { email: 'ada@example.com', name: 'Ada Example', verified: 'true' }

/**
 * Opens a pool whose client offers Google, and a browser.
 *
 * @param settings of the pool; those of the client are the domain's
 */
export async function openGoogle(settings: Omit<PoolSettings, 'client'> = {}) {
  const testPool = await startCognito({
    ...settings,
    client: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: scopes,
      CallbackURLs: [redirectUri],
      SupportedIdentityProviders: ['COGNITO'],
    },
  })
  await testPool.call('CreateIdentityProvider', {
    ProviderName: 'Google',
    ProviderType: 'Google',
    ProviderDetails: { client_id: 'any', client_secret: 'any' },
    AttributeMapping: { email: 'email', email_verified: 'email_verified', name: 'name' },
  })
  await testPool.call('UpdateUserPoolClient', {
    ClientId: testPool.ClientId,
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ['code'],
    AllowedOAuthScopes: scopes,
    CallbackURLs: [redirectUri],
    RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 },
    SupportedIdentityProviders: ['COGNITO', 'Google'],
  })
  const federation = {
    ...testPool.config.federation,
    domain: `${testPool.origin}/_domain/${testPool.UserPoolId}`,
    logout: true,
  }
  const config = { ...testPool.config, federation }
  const browser = openBrowser(config)
  const tab = browser.openTab()
  const { auth } = tab
  await auth.restored
  const { domain } = federation

  const leave = async (wanted = scopes) => {
    const wish = { domain, scopes: wanted, provider: 'Google', redirectUri, rememberMe: true }
    const { url } = await auth.startFederatedSignIn({ ...wish, returnTo: '?next=%2Fadmin' })
    return new URL(url)
  }

  /** Follows the redirects as a browser does: to the provider, where a user is chosen or refused, and back. */
  async function comeBack(url: URL, form: Record<string, string> = ada): Promise<string> {
    const there = await goTo(url)
    if (there.origin === 'https://app.test') return there.search
    const request = there.searchParams.get('request') ?? ''
    const body = new URLSearchParams({ request, ...form })
    return (await goTo(new URL('oauth2/idpresponse', `${domain}/`), { method: 'POST', body }))
      .search
  }

  async function goTo(url: URL, init?: RequestInit): Promise<URL> {
    const response = await fetch(url, { redirect: 'manual', ...init })
    return new URL(response.headers.get('location') ?? '', url)
  }

  /** Answers the token endpoint in place of the local Cognito, once. */
  const answerTokenRequest = (answer: () => Response) =>
    network.use(http.post(`${domain}/oauth2/token`, answer, { once: true }))

  return { testPool, browser, tab, auth, config, domain, leave, comeBack, answerTokenRequest }
}
