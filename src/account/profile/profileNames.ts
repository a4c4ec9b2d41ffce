import type { PortalConfig } from '#config/portalConfig.ts'
import { attributeLabel } from '#i18n/attributeText.ts'
import type { Translate } from '#i18n/translate.ts'

export type Contact = 'email' | 'phone_number'

/** Said elsewhere, or of no use to the person they are about. */
const unlisted = new Set(['sub', 'email_verified', 'phone_number_verified', 'identities'])

const contacts: readonly string[] = ['email', 'phone_number']

interface Profile {
  /** Those that people can be written to or called at, that are there or may be. */
  contacts: Contact[]
  /** The others, in the order in which they are shown. */
  names: string[]
  /** Of these, what may be changed. */
  editable: string[]
}

/** Which attributes the operator wants people to see, and to change. */
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
  // Nothing listed: everything the client may read, and what people were asked for can be changed.
  const listsNothing = profile.attributes.length === 0
  const names = listsNothing
    ? [...new Set([...withoutContacts(signUp.attributes), ...present])]
    : listed
  const writable = listsNothing ? withoutContacts(signUp.attributes) : listed
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
