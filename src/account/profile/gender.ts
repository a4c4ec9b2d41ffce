import type { Translate } from '#i18n/translate.ts'

/** Suggestions; any other text is allowed. `female` and `male` are defined by OpenID Connect Core 5.1. */
const suggested = ['female', 'male', 'nonBinary'] as const

const claimValue = (one: (typeof suggested)[number]) => (one === 'nonBinary' ? 'non-binary' : one)

/** Translated suggestions for the text field. */
export const genderSuggestions = (t: Translate) => suggested.map((one) => t(`profile.${one}`))

/** Translates a stored gender; other texts stay unchanged. */
export function genderText(value: string, t: Translate): string {
  const match = suggested.find((one) => claimValue(one) === value)
  return match === undefined ? value : t(`profile.${match}`)
}

/** Value to store for a typed gender: the claim's value for a translated suggestion, else the text itself. */
export function genderClaim(typed: string, t: Translate): string {
  const match = suggested.find((one) => t(`profile.${one}`) === typed)
  return match === undefined ? typed : claimValue(match)
}
