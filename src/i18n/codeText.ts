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

/** The problem of a code, before Cognito checks it: codes have between 4 and 10 digits. */
export function codeFault(t: Translate, code: string): string | undefined {
  if (code === '') return t('code.missing')
  return /^\d{4,10}$/.test(code) ? undefined : t('code.incomplete')
}
