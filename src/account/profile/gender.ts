import type { Text } from '#i18n/text.ts'

/** The first two as OpenID spells them, which are to be read by programs; anything else may be typed. */
const known = ['female', 'male', 'nonBinary'] as const

const kept = (one: (typeof known)[number]) => (one === 'nonBinary' ? 'non-binary' : one)

/** What is offered to be typed. */
export const genderSuggestions = (text: Text) => known.map((one) => text(`profile.${one}`))

/** A gender as people read it. */
export function shownGender(value: string, text: Text): string {
  const found = known.find((one) => kept(one) === value)
  return found === undefined ? value : text(`profile.${found}`)
}

/** What was typed, by OpenID's word for it where it has one. */
export function keptGender(typed: string, text: Text): string {
  const found = known.find((one) => text(`profile.${one}`) === typed)
  return found === undefined ? typed : kept(found)
}
