import type { Translate } from '#i18n/translate.ts'

/** The first two as OpenID spells them, which are to be read by programs; anything else may be typed. */
const known = ['female', 'male', 'nonBinary'] as const

const kept = (one: (typeof known)[number]) => (one === 'nonBinary' ? 'non-binary' : one)

/** What is offered to be typed. */
export const genderSuggestions = (t: Translate) => known.map((one) => t(`profile.${one}`))

/** A gender as people read it. */
export function shownGender(value: string, t: Translate): string {
  const found = known.find((one) => kept(one) === value)
  return found === undefined ? value : t(`profile.${found}`)
}

/** What was typed, by OpenID's word for it where it has one. */
export function keptGender(typed: string, t: Translate): string {
  const found = known.find((one) => t(`profile.${one}`) === typed)
  return found === undefined ? typed : kept(found)
}
