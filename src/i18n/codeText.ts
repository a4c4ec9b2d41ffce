import type { Translate } from './translate.ts'

interface Delivery {
  destination: string
  medium: 'EMAIL' | 'SMS'
}

/** Tells where a code was sent, as far as that is known. */
export function codeSentText(
  t: Translate,
  username: string,
  delivery: Delivery | undefined,
): string {
  if (delivery === undefined) return t('code.sentFor', { username })
  const { destination, medium } = delivery
  return t(medium === 'SMS' ? 'code.sentBySms' : 'code.sentByEmail', { destination })
}

/** Checks a code before Cognito does: codes have between 4 and 10 digits. @returns false if there is no problem. */
export function codeProblem(t: Translate, code: string, field = 'code') {
  if (/^\d{4,10}$/.test(code)) return false
  return { field, message: t(code === '' ? 'code.missing' : 'code.incomplete') }
}
