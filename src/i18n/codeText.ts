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

function codeResentText(t: Translate, delivery: Delivery | undefined): string {
  return delivery === undefined
    ? t('code.resent')
    : t('code.resentTo', { destination: delivery.destination })
}

/** The words on the button that sends another code. */
export function resendText(t: Translate) {
  return {
    label: t('code.resend'),
    wait: (seconds: number) => t('code.wait', { seconds }),
    waitSpoken: (seconds: number) => t('code.waitSpoken', { count: seconds }),
    sent: (delivery: Delivery | undefined) => codeResentText(t, delivery),
  }
}

/** What is wrong with a code before anyone is asked: Cognito's have between 4 and 10 digits. */
export function codeFault(t: Translate, code: string): string | undefined {
  if (code === '') return t('code.missing')
  return /^\d{4,10}$/.test(code) ? undefined : t('code.incomplete')
}
