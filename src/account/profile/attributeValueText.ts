import type { PortalConfig } from '#config/portalConfig.ts'
import { formatDate, formatDateTime } from '#i18n/format.ts'
import type { Translate } from '#i18n/translate.ts'
import { addressLines } from './address.ts'
import { controlOf } from './controls.ts'
import { genderText } from './gender.ts'

/** Formats the value of an attribute for display. */
export function attributeValueText(
  name: string,
  value: string,
  { config, t }: { config: PortalConfig; t: Translate },
): string {
  // Epoch seconds (OpenID Connect Core 5.1).
  if (name === 'updated_at' && /^\d+$/.test(value)) {
    return formatDateTime(t, Number(value) * 1000)
  }
  switch (controlOf(name, config).kind) {
    case 'date':
      return formatDate(t, value)
    case 'boolean':
      return t(value === 'true' ? 'profile.yes' : 'profile.no')
    case 'address':
      return addressLines(value)
    case 'gender':
      return genderText(value, t)
    case 'locale':
      return languageName(value, t)
    case 'timeZone':
      return value.replaceAll('_', ' ')
    default:
      return value
  }
}

/** `de-AT` becomes `German (Austria)`; an invalid tag stays unchanged. */
export function languageName(tag: string, { locale }: Pick<Translate, 'locale'>): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag
  } catch (error) {
    if (error instanceof RangeError) return tag
    throw error
  }
}
