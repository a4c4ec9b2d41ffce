import type { PortalConfig } from '#config/portalConfig.ts'

/** How an attribute is asked for and shown. */
export type Control =
  | {
      is: 'text' | 'url' | 'number' | 'date' | 'boolean' | 'locale' | 'zone' | 'address' | 'gender'
    }
  | { is: 'choice'; of: string[] }

/** https://openid.net/specs/openid-connect-core-1_0.html#StandardClaims */
const standard: Record<string, Exclude<Control['is'], 'choice'>> = {
  address: 'address',
  birthdate: 'date',
  gender: 'gender',
  locale: 'locale',
  picture: 'url',
  profile: 'url',
  updated_at: 'number',
  website: 'url',
  zoneinfo: 'zone',
}

const named = ['text', 'number', 'date', 'boolean'] as const

/** By what the operator says (`profile.controls`), else by the name. */
export function controlOf(name: string, { profile }: Pick<PortalConfig, 'profile'>): Control {
  const said = profile.controls?.[name]
  if (said?.includes('|')) return { is: 'choice', of: said.split('|').map((one) => one.trim()) }
  const known = named.find((one) => one === said)
  return { is: known ?? standard[name] ?? 'text' }
}
