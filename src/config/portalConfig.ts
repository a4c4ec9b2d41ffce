import type { Provider, settings } from './settings.ts'

type Settings = typeof settings

type ValueOf<Setting> = Setting extends { type: 'choice'; of: readonly (infer Choice)[] }
  ? Choice
  : Setting extends { type: 'choices'; of: readonly (infer One)[] }
    ? One[]
    : Setting extends { type: 'texts' }
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

/** The settings that always have a value: required, or with a fallback. */
type Present<Section> = {
  [
    Name in keyof Section as Section[Name] extends { required: true } | { fallback: unknown }
      ? Name
      : never
  ]: ValueOf<Section[Name]>
}

type Optional<Section> = {
  [
    Name in keyof Section as Section[Name] extends { required: true } | { fallback: unknown }
      ? never
      : Name
  ]?: ValueOf<Section[Name]>
}

/** The checked settings of `portal.config.json`, with every fallback filled in. */
export type PortalConfig = {
  [Section in keyof Settings]: Present<Settings[Section]> & Optional<Settings[Section]>
}
