import type { PortalConfig } from '../../src/config/portalConfig.ts'
import type { Provider } from '../../src/config/settings.ts'
import { federates, firstFactorsOf, flowsOf, refreshSeconds, secondFactorsOf } from './facts.ts'
import { profileOf } from './profileOf.ts'
import type { PoolFacts } from './readPool.ts'
import { Refusal } from '../Refusal.ts'

type Flow = PortalConfig['signIn']['flow']

/** Members of a section that the pool decides. One that is undefined is not to be in the file. */
type Decided<Section extends keyof PortalConfig, Names extends keyof PortalConfig[Section]> = {
  [Name in Names]: PortalConfig[Section][Name] | undefined
}

/** What a pool and a client decide of `portal.config.json`. A section that is undefined, they do not. */
export interface FromPool {
  cognito: Decided<'cognito', keyof PortalConfig['cognito']>
  passwordPolicy: PortalConfig['passwordPolicy']
  signIn: Decided<'signIn', 'flow' | 'secondFactors' | 'passkeys'>
  federation: Decided<'federation', keyof PortalConfig['federation']>
  signUp: Decided<'signUp', 'enabled' | 'attributes'>
  profile: PortalConfig['profile'] | undefined
  session: Decided<'session', 'refreshTokenValiditySeconds'>
}

export interface Place {
  region: string
  /** Where the pool answers instead of AWS. */
  endpoint: string | undefined
  /** Of the pool, if it has one. */
  domain: string | undefined
}

/** @throws Refusal where the portal could sign nobody in */
export function configOf(facts: PoolFacts, place: Place): FromPool {
  const { pool, client } = facts
  const policy = pool.Policies?.PasswordPolicy
  return {
    cognito: {
      region: place.region,
      userPoolId: pool.Id,
      userPoolClientId: client.ClientId,
      endpoint: place.endpoint ?? endpointIn(place.region),
    },
    passwordPolicy: {
      minimumLength: policy?.MinimumLength ?? 8,
      requireLowercase: policy?.RequireLowercase ?? false,
      requireUppercase: policy?.RequireUppercase ?? false,
      requireNumbers: policy?.RequireNumbers ?? false,
      requireSymbols: policy?.RequireSymbols ?? false,
    },
    signIn: {
      flow: flowOf(facts),
      secondFactors: secondFactorsOf(facts),
      passkeys: firstFactorsOf(facts).includes('WEB_AUTHN'),
    },
    federation: federationOf(facts, place.domain),
    signUp: {
      enabled: pool.AdminCreateUserConfig?.AllowAdminCreateUserOnly !== true,
      attributes: (pool.SchemaAttributes ?? []).flatMap(({ Name, Required }) =>
        // The address is the name people sign up with.
        Required && Name && Name !== 'email' && Name !== 'sub' ? [Name] : [],
      ),
    },
    profile: profileOf(facts),
    session: { refreshTokenValiditySeconds: refreshSeconds(facts) },
  }
}

/** Where AWS answers under another name than the portal takes for granted. */
const endpointIn = (region: string) =>
  region.startsWith('cn-') ? `https://cognito-idp.${region}.amazonaws.com.cn` : undefined

/** Every way in which the portal could begin a sign-in. */
export function possibleFlows(facts: Pick<PoolFacts, 'pool' | 'client'>): Flow[] {
  const flows = flowsOf(facts)
  const isCustom =
    flows.includes('ALLOW_CUSTOM_AUTH') && facts.pool.LambdaConfig?.DefineAuthChallenge
  return [
    ...(flows.includes('ALLOW_USER_SRP_AUTH') ? (['USER_SRP_AUTH'] as const) : []),
    ...(flows.includes('ALLOW_USER_AUTH') ? (['USER_AUTH'] as const) : []),
    ...(isCustom ? (['CUSTOM_AUTH'] as const) : []),
  ]
}

/** Where people have something other than a password, they are to choose. */
function flowOf(facts: PoolFacts): Flow {
  const possible = possibleFlows(facts)
  const hasChoice = firstFactorsOf(facts).some((factor) => factor !== 'PASSWORD')
  if (hasChoice && possible.includes('USER_AUTH')) return 'USER_AUTH'
  if (possible[0]) return possible[0]
  throw new Refusal('The portal could sign nobody in: the app client has no flow that it knows.')
}

function federationOf(facts: PoolFacts, domain: string | undefined): FromPool['federation'] {
  if (!domain || !federates(facts)) {
    return { domain: undefined, providers: undefined, logout: undefined, scopes: undefined }
  }
  const { client, providers } = facts
  return {
    domain,
    providers: providers.map(providerOf),
    logout: (client.LogoutURLs ?? []).some((url) => pathOf(url) === '/sign-in'),
    scopes: client.AllowedOAuthScopes ?? [],
  }
}

const pathOf = (url: string) => (URL.canParse(url) ? new URL(url).pathname : undefined)

const labels: Record<string, string> = { LoginWithAmazon: 'Amazon', SignInWithApple: 'Apple' }

/** Those of a provider's identifiers that are domains of addresses: the others are names for links. */
function providerOf({ ProviderName: name = '', IdpIdentifiers }: PoolFacts['providers'][number]) {
  const emailDomains = (IdpIdentifiers ?? []).filter((one) => /^[\w-]+(\.[\w-]+)+$/.test(one))
  const label = labels[name]
  const provider: Provider = { name }
  if (label !== undefined) provider.label = label
  if (emailDomains.length > 0) provider.emailDomains = emailDomains
  return provider
}
