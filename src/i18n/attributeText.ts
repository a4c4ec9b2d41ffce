import type { TextKey } from './sentences.ts'
import type { Text } from './text.ts'

type LabelKey = Extract<TextKey, `attribute.${string}`>
type HintKey = Extract<TextKey, `hint.${string}`>
type FaultKey = 'fault.missing' | 'fault.email' | 'fault.phone' | 'fault.url' | 'fault.number'

/** Also what an operator calls an attribute of their own: `attribute.custom:team`. */
const isLabelKey = (key: string, text: Text): key is LabelKey => text.knows(key)

const isHintKey = (key: string, text: Text): key is HintKey => text.knows(key)

/** `custom:favouriteColour` and `custom:favourite_colour` become `Favourite colour`. */
function humanise(name: string): string {
  const words = name
    .replace(/^(dev:)?custom:/, '')
    .replaceAll(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/[_\-.:\s]+/g, ' ')
    .trim()
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What people call an attribute (or a member of a request) that Cognito calls `name`. */
export function attributeLabel(name: string, text: Text): string {
  const key = `attribute.${name}`
  return isLabelKey(key, text) ? text(key) : humanise(name)
}

/** The words of the field that asks for an attribute. */
export function attributeText(name: string, text: Text) {
  const key = `hint.${name}`
  return {
    label: attributeLabel(name, text),
    hint: isHintKey(key, text) ? text(key) : undefined,
    countryLabel: text('phone.country'),
    locale: text.locale,
  }
}

/** Says what is wrong with the value given for an attribute. */
export function attributeFault(
  name: string,
  fault: 'missing' | 'email' | 'phone' | 'url' | 'number',
  text: Text,
): string {
  const key: FaultKey = `fault.${fault}`
  return text(key, { label: attributeLabel(name, text) })
}
