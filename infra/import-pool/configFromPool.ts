import type { SchemaAttributeType } from '@aws-sdk/client-cognito-identity-provider'
import type { PortalConfig } from '../../src/config/portalConfig.ts'
import type { Provider } from '../../src/config/settings.ts'
import { UsageError } from '../UsageError.ts'
import {
  allowsPasskeyMfa,
  federates,
  firstFactorsOf,
  type PoolDescription,
  refreshSeconds,
  secondFactorsOf,
  type SignInFlow,
  signInFlows,
} from './poolDescription.ts'

/** The members of a section that the pool decides. Undefined removes a member from the file. */
type Decided<Section extends keyof PortalConfig, Names extends keyof PortalConfig[Section]> = {
  [Name in Names]: PortalConfig[Section][Name] | undefined
}

/** The part of `portal.config.json` that a pool and a client decide. An undefined section stays as it is. */
export interface FromPool {
  cognito: Decided<'cognito', keyof PortalConfig['cognito']>
  passwordPolicy: PortalConfig['passwordPolicy']
  signIn: Decided<'signIn', 'flow' | 'secondFactors' | 'passkeys' | 'passkeyMfa'>
  federation: Decided<'federation', keyof PortalConfig['federation']>
  signUp: Decided<'signUp', 'enabled' | 'attributes'>
  profile: PortalConfig['profile'] | undefined
  session: Decided<'session', 'refreshTokenValiditySeconds'>
}

interface PoolLocation {
  region: string
  /** Address of a local Cognito. */
  endpoint: string | undefined
  /** Address of the pool's domain. */
  domain: string | undefined
}

/** @throws UsageError if the portal supports none of the client's flows. */
export function configFromPool(described: PoolDescription, location: PoolLocation): FromPool {
  const { pool, client } = described
  const policy = pool.Policies?.PasswordPolicy
  return {
    cognito: {
      region: location.region,
      userPoolId: pool.Id,
      userPoolClientId: client.ClientId,
      // The portal knows the endpoint of every region.
      endpoint: location.endpoint,
    },
    passwordPolicy: {
      minimumLength: policy?.MinimumLength ?? 8,
      requireLowercase: policy?.RequireLowercase ?? false,
      requireUppercase: policy?.RequireUppercase ?? false,
      requireNumbers: policy?.RequireNumbers ?? false,
      requireSymbols: policy?.RequireSymbols ?? false,
    },
    signIn: {
      flow: flowOf(described),
      secondFactors: secondFactorsOf(described),
      passkeys: firstFactorsOf(described).includes('WEB_AUTHN'),
      passkeyMfa: allowsPasskeyMfa(described),
    },
    federation: federationOf(described, location.domain),
    signUp: {
      enabled: pool.AdminCreateUserConfig?.AllowAdminCreateUserOnly !== true,
      attributes: (pool.SchemaAttributes ?? []).flatMap(({ Name, Required }) =>
        // Sign-up always asks for the email.
        Required && Name && Name !== 'email' && Name !== 'sub' ? [Name] : [],
      ),
    },
    profile: profileOf(described),
    session: { refreshTokenValiditySeconds: refreshSeconds(described) },
  }
}

/** USER_AUTH if users have a choice of first factors; else the first flow. */
function flowOf(described: PoolDescription): SignInFlow {
  const possible = signInFlows(described)
  const hasChoice = firstFactorsOf(described).some((factor) => factor !== 'PASSWORD')
  if (hasChoice && possible.includes('USER_AUTH')) return 'USER_AUTH'
  if (possible[0]) return possible[0]
  throw new UsageError('The app client has no sign-in flow that the portal supports.')
}

function federationOf(
  described: PoolDescription,
  domain: string | undefined,
): FromPool['federation'] {
  if (!domain || !federates(described)) {
    return { domain: undefined, providers: undefined, logout: undefined, scopes: undefined }
  }
  const { client, providers } = described
  return {
    domain,
    providers: providers.map(providerOf),
    logout: (client.LogoutURLs ?? []).some((url) => pathOf(url) === '/sign-in'),
    scopes: client.AllowedOAuthScopes ?? [],
  }
}

const pathOf = (url: string) => (URL.canParse(url) ? new URL(url).pathname : undefined)

const labels: Record<string, string> = { LoginWithAmazon: 'Amazon', SignInWithApple: 'Apple' }

/** Identifiers of a provider that look like email domains become `emailDomains`. */
function providerOf({
  ProviderName: name = '',
  IdpIdentifiers,
}: PoolDescription['providers'][number]) {
  const emailDomains = (IdpIdentifiers ?? []).filter((one) => /^[\w-]+(\.[\w-]+)+$/.test(one))
  const label = labels[name]
  const provider: Provider = { name }
  if (label !== undefined) provider.label = label
  if (emailDomains.length > 0) provider.emailDomains = emailDomains
  return provider
}

/** The order of the profile: contact, name, personal details, links. */
const attributeOrder = (
  'email phone_number name given_name middle_name family_name nickname preferred_username ' +
  'birthdate gender address locale zoneinfo website profile picture'
).split(' ')

const controlOf: Record<string, string> = { Number: 'number', Boolean: 'boolean', DateTime: 'date' }

/**
 * The attributes that the client may both read and write. Custom attributes are read-only, because only
 * the team knows whether users may change them.
 *
 * @returns undefined if the client has no list of its own, and so may write every attribute.
 */
function profileOf({
  pool,
  client,
}: Pick<PoolDescription, 'pool' | 'client'>): PortalConfig['profile'] | undefined {
  const { WriteAttributes: write, ReadAttributes: read } = client
  if (!write) return undefined
  const schema = new Map((pool.SchemaAttributes ?? []).map((one) => [one.Name ?? '', one]))
  const isOpen = (name: string) => write.includes(name) && (read?.includes(name) ?? true)
  const custom = write.filter((name) => name.startsWith('custom:')).toSorted()
  const attributes = [...attributeOrder, ...custom].filter((name) => isOpen(name))
  const readOnly = attributes.filter(
    (name) => name.startsWith('custom:') || schema.get(name)?.Mutable === false,
  )
  const asked = attributes.flatMap((name) => controls(name, schema.get(name)))
  return {
    attributes,
    readOnly,
    required: attributes.filter(
      (name) => schema.get(name)?.Required === true && !readOnly.includes(name),
    ),
    ...(asked.length > 0 && { controls: Object.fromEntries(asked) }),
  }
}

/** Standard attributes have fixed controls; custom ones get a control by their type. */
function controls(name: string, attribute: SchemaAttributeType | undefined): [string, string][] {
  const control = controlOf[attribute?.AttributeDataType ?? '']
  return name.startsWith('custom:') && control !== undefined ? [[name, control]] : []
}
