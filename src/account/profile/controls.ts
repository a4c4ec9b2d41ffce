import type { PortalConfig } from '#config/portalConfig.ts'

/** Kind of form control for an attribute, which also decides how its value is shown. */
export type Control =
  | {
      kind:
        | 'text'
        | 'url'
        | 'number'
        | 'date'
        | 'boolean'
        | 'locale'
        | 'timeZone'
        | 'address'
        | 'gender'
    }
  | { kind: 'choice'; options: string[] }

/** Standard claims of https://openid.net/specs/openid-connect-core-1_0.html#StandardClaims */
const standardControls: Record<string, Exclude<Control['kind'], 'choice'>> = {
  address: 'address',
  birthdate: 'date',
  gender: 'gender',
  locale: 'locale',
  picture: 'url',
  profile: 'url',
  updated_at: 'number',
  website: 'url',
  zoneinfo: 'timeZone',
}

const configurable = ['text', 'number', 'date', 'boolean'] as const

/** Chooses the control by `profile.controls` of the config, else by the name of the attribute. */
export function controlOf(name: string, { profile }: Pick<PortalConfig, 'profile'>): Control {
  const configured = profile.controls?.[name]
  if (configured?.includes('|'))
    return { kind: 'choice', options: configured.split('|').map((one) => one.trim()) }
  const kind = configurable.find((one) => one === configured)
  return { kind: kind ?? standardControls[name] ?? 'text' }
}
