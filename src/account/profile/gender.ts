import type { Translate } from '#i18n/translate.ts'

/** The first two as OpenID spells them, which are to be read by programs; anything else may be typed. */
const suggested = ['female', 'male', 'nonBinary'] as const

const claimValue = (one: (typeof suggested)[number]) => (one === 'nonBinary' ? 'non-binary' : one)

/** What is offered to be typed. */
export const genderSuggestions = (t: Translate) => suggested.map((one) => t(`profile.${one}`))

/** A gender as people read it. */
export function genderText(value: string, t: Translate): string {
  const match = suggested.find((one) => claimValue(one) === value)
  return match === undefined ? value : t(`profile.${match}`)
}

/** What was typed, by OpenID's word for it where it has one. */
export function genderClaim(typed: string, t: Translate): string {
  const match = suggested.find((one) => t(`profile.${one}`) === typed)
  return match === undefined ? typed : claimValue(match)
}
