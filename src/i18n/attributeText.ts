import type { MessageKey } from './messageTypes.ts'
import type { Translate } from './translate.ts'

type LabelKey = Extract<MessageKey, `attribute.${string}`>
type HintKey = Extract<MessageKey, `hint.${string}`>
type FaultKey = 'fault.missing' | 'fault.email' | 'fault.phone' | 'fault.url' | 'fault.number'

/** Operators add labels of their custom attributes: `attribute.custom:team`. */
const isLabelKey = (key: string, t: Translate): key is LabelKey => t.knows(key)

const isHintKey = (key: string, t: Translate): key is HintKey => t.knows(key)

/** Turns `custom:favouriteColour` and `custom:favourite_colour` into `Favourite colour`. */
function humanise(name: string): string {
  const words = name
    .replace(/^(dev:)?custom:/, '')
    .replaceAll(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/[_\-.:\s]+/g, ' ')
    .trim()
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The label of an attribute, or of a member of a request, by Cognito's name. */
export function attributeLabel(name: string, t: Translate): string {
  const key = `attribute.${name}`
  return isLabelKey(key, t) ? t(key) : humanise(name)
}

/** The hint of the field that asks for an attribute; undefined where it needs none. */
export function attributeHint(name: string, t: Translate): string | undefined {
  const key = `hint.${name}`
  return isHintKey(key, t) ? t(key) : undefined
}

/** The message for an invalid value of an attribute. */
export function attributeFault(
  name: string,
  fault: 'missing' | 'email' | 'phone' | 'url' | 'number',
  t: Translate,
): string {
  const key: FaultKey = `fault.${fault}`
  return t(key, { label: attributeLabel(name, t) })
}
