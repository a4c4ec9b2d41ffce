import { cognitoEndpoint } from '../../src/config/cognitoEndpoint.ts'
import { isObject } from '../../src/config/settings.ts'
import type { ConfigObject } from './configFile.ts'
import type { FromPool } from './configFromPool.ts'
import { type PoolDescription, signInFlows } from './poolDescription.ts'

interface Merged {
  config: ConfigObject
  /** A line for each setting that changes. */
  changes: string[]
}

/**
 * Merges the settings of a pool into a config file, for all hosts or for one. The other settings stay, and
 * so do the operator's choices where the pool allows several.
 */
export function mergeConfig(
  file: ConfigObject,
  fromPool: FromPool,
  described: PoolDescription,
  host: string | undefined,
): Merged {
  const merged = keepChoices(fromPool, effective(file, host), described)
  if (host === undefined) return overlay(file, { ...merged }, '')
  const hosts = objectOr(file['hosts'])
  const own = overlay(objectOr(hosts[host]), forHost(merged, file), `hosts["${host}"].`)
  return { ...own, config: { ...file, hosts: { ...hosts, [host]: own.config } } }
}

/** The settings that apply at a host: its own over the general ones. */
function effective(file: ConfigObject, host: string | undefined): ConfigObject {
  if (host === undefined) return file
  const merged: ConfigObject = { ...file }
  for (const [name, values] of Object.entries(objectOr(objectOr(file['hosts'])[host]))) {
    merged[name] = { ...objectOr(file[name]), ...objectOr(values) }
  }
  return merged
}

/** A host can override a general setting but not remove it, so removals become explicit values. */
function forHost(fromPool: FromPool, file: ConfigObject): ConfigObject {
  const { region, endpoint } = fromPool.cognito
  const has = (section: string, name: string) => objectOr(file[section])[name] !== undefined
  const setEndpoint = !!region && endpoint === undefined && has('cognito', 'endpoint')
  const setNoProviders = fromPool.federation.domain === undefined && has('federation', 'domain')
  return {
    ...fromPool,
    ...(setEndpoint && { cognito: { ...fromPool.cognito, endpoint: cognitoEndpoint(region) } }),
    ...(setNoProviders && { federation: { providers: [], logout: false } }),
  }
}

function overlay(file: ConfigObject, fromPool: ConfigObject, at: string): Merged {
  const config = { ...file }
  const changes: string[] = []
  for (const [section, values] of Object.entries(fromPool)) {
    if (values === undefined) continue
    const before = objectOr(file[section])
    const after = present({ ...before, ...objectOr(values) })
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const change = changeOf(before[name], after[name])
      if (change !== undefined) changes.push(`${at}${section}.${name} ${change}`)
    }
    config[section] = Object.keys(after).length > 0 ? after : undefined
  }
  return { config: present(config), changes }
}

function changeOf(before: unknown, after: unknown): string | undefined {
  const [was, is] = [before, after].map((value) => JSON.stringify(value))
  if (was === is) return undefined
  if (is === undefined) return `${was} is removed`
  return was === undefined ? `= ${is}` : `= ${is}, was ${was}`
}

const present = (given: ConfigObject): ConfigObject =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))

const objectOr = (value: unknown): ConfigObject => (isObject(value) ? value : {})

/**
 * Keeps the operator's choices that the pool allows: the sign-in flow, the profile's attributes, the
 * labels of providers.
 */
function keepChoices(
  fromPool: FromPool,
  before: ConfigObject,
  described: PoolDescription,
): FromPool {
  const { signIn, profile, federation } = before
  const chosen = signInFlows(described).find((flow) => isObject(signIn) && signIn['flow'] === flow)
  const listed = isObject(profile) ? profile['attributes'] : undefined
  const hasProfile = Array.isArray(listed) && listed.length > 0
  const named = isObject(federation) ? federation['providers'] : undefined
  return {
    ...fromPool,
    signIn: { ...fromPool.signIn, flow: chosen ?? fromPool.signIn.flow },
    profile: hasProfile ? undefined : fromPool.profile,
    federation: {
      ...fromPool.federation,
      providers: withNames(fromPool.federation.providers, named),
    },
  }
}

function withNames(fromPool: FromPool['federation']['providers'], named: unknown) {
  const known = Array.isArray(named) ? named.filter(isObject) : []
  return fromPool?.map((provider) => {
    const { label, emailDomains } = known.find(({ name }) => name === provider.name) ?? {}
    return {
      ...provider,
      ...(typeof label === 'string' && { label }),
      ...(Array.isArray(emailDomains) && { emailDomains: emailDomains.map(String) }),
    }
  })
}
