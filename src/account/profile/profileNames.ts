import type { PortalConfig } from '#config/portalConfig.ts'
import { attributeLabel } from '#i18n/attributeText.ts'
import type { Translate } from '#i18n/translate.ts'

export type Contact = 'email' | 'phone_number'

/** Attributes that are shown elsewhere or are internal. */
const unlisted = new Set(['sub', 'email_verified', 'phone_number_verified', 'identities'])

const contacts: readonly string[] = ['email', 'phone_number']

interface Profile {
  /** Email and phone number, if the user has them or the config lists them. */
  contacts: Contact[]
  /** All other attributes, in display order. */
  names: string[]
  /** Subset of `names` that the user may change. */
  editable: string[]
}

/** Chooses the attributes that the profile shows, and the ones that the user may change, by the config. */
export function profileNames(
  attributes: Record<string, string>,
  config: PortalConfig,
  t: Translate,
): Profile {
  const { profile, signUp } = config
  const listed = profile.attributes.filter((name) => !contacts.includes(name))
  const present = Object.keys(attributes)
    .filter((name) => !contacts.includes(name) && !unlisted.has(name))
    .sort((a, b) => attributeLabel(a, t).localeCompare(attributeLabel(b, t), t.locale))
  // Without `profile.attributes`, shows all readable ones; those of the sign-up form can be changed.
  const showsAll = profile.attributes.length === 0
  const names = showsAll
    ? [...new Set([...withoutContacts(signUp.attributes), ...present])]
    : listed
  const writable = showsAll ? withoutContacts(signUp.attributes) : listed
  const offered = [...profile.attributes, ...signUp.attributes]
  return {
    contacts: (['email', 'phone_number'] as const).filter(
      (name) => attributes[name] !== undefined || offered.includes(name),
    ),
    names,
    editable: writable.filter((name) => !profile.readOnly.includes(name)),
  }
}

const withoutContacts = (names: string[]) =>
  names.filter((name) => !contacts.includes(name) && !unlisted.has(name))
