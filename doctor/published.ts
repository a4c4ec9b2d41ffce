import type { JsonWebKey } from 'node:crypto'
import type { PortalConfig } from '#config/portalConfig.ts'
import { type Answer, at, request, type Target, textAt } from './askCognito.ts'
import { type Finding, verdict } from './finding.ts'

/** What a pool publishes about itself. */
export interface Published {
  /** `iss` of the tokens. */
  issuer: string
  /** Address of the pool's domain, without a slash at the end; undefined if it has none. */
  domain: string | undefined
  keys: JsonWebKey[]
  findings: Finding[]
}

/** Reads the keys and the OpenID configuration of a pool. @throws Unreachable */
export async function readPublished({ endpoint, poolId }: Target): Promise<Published> {
  const base = `${endpoint}/${poolId}`
  const jwks = await request(`${base}/.well-known/jwks.json`)
  const discovery = await request(`${base}/.well-known/openid-configuration`)
  const listed = at(jwks.body, 'keys')
  const keys = Array.isArray(listed) ? listed.filter(isKey) : []
  const issuer = textAt(discovery.body, 'issuer')
  const authorization = textAt(discovery.body, 'authorization_endpoint')
  const domain = authorization.replace(/\/oauth2\/authorize$/, '') || undefined
  return {
    issuer: issuer || base,
    domain,
    keys,
    findings: [
      verdict(
        'The pool publishes the keys of its tokens (JWKS)',
        keysProblem(jwks, keys),
        'Check POOL and its region. APIs verify the tokens with these keys, and refuse everyone without them.',
      ),
      verdict(
        'The pool names itself as the issuer of its tokens',
        issuer === base
          ? undefined
          : `The issuer is ${issuer || `missing (${discovery.status})`}, not ${base}.`,
        // A replica answers with the original's name.
        issuer.endsWith(`/${poolId}`)
          ? 'APIs must expect this issuer.'
          : 'Check POOL, its region and the endpoint.',
        issuer.endsWith(`/${poolId}`) ? 'note' : 'wrong',
      ),
    ],
  }
}

const isKey = (value: unknown): value is JsonWebKey => typeof value === 'object' && value !== null

function keysProblem({ status }: Answer, keys: JsonWebKey[]): string | undefined {
  if (status !== 200) return `The address of the keys answers ${status}.`
  if (keys.length === 0) return 'There is no key.'
  const isUsable = (key: JsonWebKey) => key.kty === 'RSA' && key['alg'] === 'RS256' && !!key.n
  return keys.every(isUsable) ? undefined : 'A key is not RSA with RS256, as those of Cognito are.'
}

/**
 * Starts sign-ins over the pool's domain, as the buttons of the site do, and follows none.
 *
 * @param domain address, without a slash at the end.
 */
export async function* domainFindings(
  { clientId, origin }: Target,
  domain: string,
  { providers, scopes }: Pick<PortalConfig['federation'], 'providers' | 'scopes'>,
): AsyncGenerator<Finding> {
  const redirectUri = `${origin}/sign-in/callback`
  for (const provider of [undefined, ...providers.map(({ name }) => name)]) {
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: redirectUri,
      scope: scopes.join(' '),
      state: 'doctor',
      nonce: 'doctor',
      // The challenge of RFC 7636, appendix B: nobody has to know its verifier.
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
      ...(provider !== undefined && { identity_provider: provider }),
    })
    const answer = await request(`${domain}/oauth2/authorize?${query.toString()}`)
    const by = provider === undefined ? '' : ` with ${provider}`
    yield verdict(
      `The pool's domain starts a sign-in${by} that comes back to ${redirectUri}`,
      ...authorizeProblem(answer, redirectUri, provider),
    )
  }
}

function authorizeProblem(
  { status, headers, text }: Answer,
  redirectUri: string,
  provider: string | undefined,
): [found: string | undefined, remedy: string] {
  const location = headers.get('location') ?? ''
  const found = URL.canParse(location, redirectUri) ? new URL(location, redirectUri) : undefined
  const error =
    found?.searchParams.get('error') ?? /redirect_mismatch|invalid_client/.exec(text)?.[0]
  const isRedirect = status >= 300 && status < 400
  if (isRedirect && error === undefined && found) return [undefined, '']
  if (error === undefined) {
    return [`It answers ${status}.`, 'Check federation.domain, and that the domain is active.']
  }
  const said = found?.searchParams.get('error_description') ?? ''
  return [
    `It answers ${error}${said === '' ? '' : `: ${said}`}.`,
    remedies[error] ??
      (provider === undefined
        ? 'Compare AllowedOAuthFlows and AllowedOAuthScopes of the client with federation.scopes.'
        : `Check that ${provider} is the provider's name in the pool, and that the client offers it (SupportedIdentityProviders).`),
  ]
}

const remedies: Record<string, string> = {
  redirect_mismatch:
    'Add exactly this address to CallbackURLs of the app client; each character counts.',
  invalid_client: 'The domain belongs to another pool than the client: check federation.domain.',
  unauthorized_client:
    'Allow the code flow in the app client: AllowedOAuthFlowsUserPoolClient, and code in AllowedOAuthFlows.',
  invalid_scope: 'Allow every scope of federation.scopes in AllowedOAuthScopes of the client.',
}
