import type { Provider, settings } from './settings.ts'

type Settings = typeof settings

type ValueOf<Setting> = Setting extends { type: 'choice'; of: readonly (infer Choice)[] }
  ? Choice
  : Setting extends { type: 'choices'; of: readonly (infer One)[] }
    ? One[]
    : Setting extends { type: 'sentences' }
      ? Record<string, string>
      : Setting extends { type: 'flag' }
        ? boolean
        : Setting extends { type: 'count' }
          ? number
          : Setting extends { type: 'names' }
            ? string[]
            : Setting extends { type: 'providers' }
              ? Provider[]
              : string

/** Those that are always there: required, or with a fallback. */
type Certain<Section> = {
  [
    Name in keyof Section as Section[Name] extends { required: true } | { fallback: unknown }
      ? Name
      : never
  ]: ValueOf<Section[Name]>
}

type Open<Section> = {
  [
    Name in keyof Section as Section[Name] extends { required: true } | { fallback: unknown }
      ? never
      : Name
  ]?: ValueOf<Section[Name]>
}

/** `portal.config.json` as the portal works with it: checked, and with every fallback filled in. */
export type PortalConfig = {
  [Section in keyof Settings]: Certain<Settings[Section]> & Open<Settings[Section]>
}
