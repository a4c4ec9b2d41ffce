import { isObject } from '../../src/config/settings.ts'
import type { ConfigObject } from './configFile.ts'
import type { FromPool } from './configOf.ts'

export interface Merged {
  config: ConfigObject
  /** One line for each setting that is another than before. */
  changes: string[]
}

/**
 * Puts what the pool decides into the file, for every host or for one. The rest of the file stays.
 */
export function merge(file: ConfigObject, fresh: FromPool, host: string | undefined): Merged {
  if (host === undefined) return overlaid(file, { ...fresh }, '')
  const hosts = objectOr(file['hosts'])
  const own = overlaid(objectOr(hosts[host]), stated(fresh, file), `hosts["${host}"].`)
  return { ...own, config: { ...file, hosts: { ...hosts, [host]: own.config } } }
}

/** What holds at a host: its own settings over those of all. */
export function holding(file: ConfigObject, host: string | undefined): ConfigObject {
  if (host === undefined) return file
  const own = objectOr(objectOr(file['hosts'])[host])
  return {
    ...file,
    ...mapSections(own, (values, name) => ({ ...objectOr(file[name]), ...values })),
  }
}

/** A host can set what stands above it, but not take it away. So what is to be absent is said. */
function stated(fresh: FromPool, file: ConfigObject): ConfigObject {
  const { region, endpoint } = fresh.cognito
  const has = (section: string, name: string) => objectOr(file[section])[name] !== undefined
  const onAws = `https://cognito-idp.${region}.amazonaws.com`
  const sayEndpoint = endpoint === undefined && has('cognito', 'endpoint')
  const sayNoProviders = fresh.federation.domain === undefined && has('federation', 'domain')
  return {
    ...fresh,
    ...(sayEndpoint && { cognito: { ...fresh.cognito, endpoint: onAws } }),
    ...(sayNoProviders && { federation: { providers: [], logout: false } }),
  }
}

function overlaid(file: ConfigObject, fresh: ConfigObject, at: string): Merged {
  const config = { ...file }
  const changes: string[] = []
  for (const [section, values] of Object.entries(fresh)) {
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
  if (is === undefined) return `${was} is taken out`
  return was === undefined ? `= ${is}` : `= ${is}, was ${was}`
}

const present = (given: ConfigObject): ConfigObject =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))

const objectOr = (value: unknown): ConfigObject => (isObject(value) ? value : {})

const mapSections = (
  given: ConfigObject,
  make: (values: ConfigObject, name: string) => ConfigObject,
): ConfigObject =>
  Object.fromEntries(
    Object.entries(given).map(([name, values]) => [name, make(objectOr(values), name)]),
  )
