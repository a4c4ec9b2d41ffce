import type { ComponentProps } from 'react'
import { browserLanguages } from '#i18n/browserLanguages.ts'
import type { Problem, Read } from './useForm.ts'

type InputProps = Pick<
  ComponentProps<'input'>,
  'type' | 'autoComplete' | 'inputMode' | 'dir' | 'autoCapitalize'
>

const url: InputProps = { type: 'url', autoComplete: 'url', dir: 'ltr' }

/**
 * Input properties of each standard attribute; a custom one is a text.
 * https://openid.net/specs/openid-connect-core-1_0.html#StandardClaims
 */
const standard: Record<string, InputProps> = {
  address: { autoComplete: 'street-address' },
  birthdate: { type: 'date', autoComplete: 'bday' },
  email: { type: 'email', autoComplete: 'email', dir: 'ltr' },
  family_name: { autoComplete: 'family-name' },
  gender: { autoComplete: 'sex' },
  given_name: { autoComplete: 'given-name' },
  locale: { autoComplete: 'language', autoCapitalize: 'none' },
  middle_name: { autoComplete: 'additional-name' },
  name: { autoComplete: 'name' },
  nickname: { autoComplete: 'nickname' },
  phone_number: { type: 'tel', autoComplete: 'tel', dir: 'ltr' },
  // Not `photo`: the token is for uploading a picture, this is its URL.
  picture: { ...url, autoComplete: 'off' },
  preferred_username: { autoComplete: 'nickname', autoCapitalize: 'none' },
  profile: url,
  updated_at: { type: 'number', autoComplete: 'off' },
  website: url,
  zoneinfo: { autoComplete: 'off', autoCapitalize: 'none' },
}

export function attributeInput(name: string): InputProps {
  return { type: 'text', ...(standard[name] ?? { autoComplete: 'off' }) }
}

/** A value that the device knows, as a suggestion. */
export function attributeSuggestion(name: string): string | undefined {
  if (name === 'locale') return browserLanguages()[0]
  if (name === 'zoneinfo') return new Intl.DateTimeFormat().resolvedOptions().timeZone
  if (name === 'updated_at') return String(Math.floor(Date.now() / 1000))
  return undefined
}

/** The value as Cognito expects it: trimmed, phone numbers without separators. */
function readAttribute(name: string, read: Read): string {
  const value = read(name).trim()
  return name === 'phone_number' ? value.replaceAll(/[\s().\-/]/g, '') : value
}

/** The values of attributes in a form, as Cognito expects them. */
export function readAttributes(names: readonly string[], read: Read): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, readAttribute(name, read)]))
}

export type AttributeFault = 'missing' | 'email' | 'phone' | 'url' | 'number'

function faultOf(name: string, value: string): AttributeFault | undefined {
  if (value === '') return 'missing'
  const { type } = attributeInput(name)
  if (type === 'email' && !/^\S+@\S+$/.test(value)) return 'email'
  if (type === 'tel' && !/^\+\d{6,15}$/.test(value)) return 'phone'
  if (type === 'url' && !/^https?:\/\/\S+$/.test(value)) return 'url'
  if (type === 'number' && !/^\d+$/.test(value)) return 'number'
  return undefined
}

/** Problems of the attributes in a form, all of which are required. */
export function attributeProblems(
  names: readonly string[],
  read: Read,
  messageFor: (name: string, fault: AttributeFault) => string,
): Problem[] {
  return names.flatMap((name) => {
    const fault = faultOf(name, readAttribute(name, read))
    return fault === undefined ? [] : [{ field: name, message: messageFor(name, fault) }]
  })
}
