import type { Translate } from './translate.ts'

interface Delivery {
  destination: string
  medium: 'EMAIL' | 'SMS'
}

/** Says where a code went, as far as that is known. */
export function codeSentText(
  t: Translate,
  username: string,
  delivery: Delivery | undefined,
): string {
  if (delivery === undefined) return t('code.sentFor', { username })
  const { destination, medium } = delivery
  return t(medium === 'SMS' ? 'code.sentBySms' : 'code.sentByEmail', { destination })
}

/** What is wrong with a code before anyone is asked: Cognito's have between 4 and 10 digits. */
export function codeFault(t: Translate, code: string): string | undefined {
  if (code === '') return t('code.missing')
  return /^\d{4,10}$/.test(code) ? undefined : t('code.incomplete')
}
