import type { Text } from './text.ts'

interface Delivery {
  destination: string
  medium: 'EMAIL' | 'SMS'
}

/** Says where a code went, as far as that is known. */
export function codeSentText(text: Text, username: string, delivery: Delivery | undefined): string {
  if (delivery === undefined) return text('code.sentFor', { username })
  const { destination, medium } = delivery
  return text(medium === 'SMS' ? 'code.sentBySms' : 'code.sentByEmail', { destination })
}

function codeResentText(text: Text, delivery: Delivery | undefined): string {
  return delivery === undefined
    ? text('code.resent')
    : text('code.resentTo', { destination: delivery.destination })
}

/** The words on the button that sends another code. */
export function resendText(text: Text) {
  return {
    label: text('code.resend'),
    wait: (seconds: number) => text('code.wait', { seconds }),
    waitSpoken: (seconds: number) => text('code.waitSpoken', { count: seconds }),
    sent: (delivery: Delivery | undefined) => codeResentText(text, delivery),
  }
}

/** What is wrong with a code before anyone is asked: Cognito's have between 4 and 10 digits. */
export function codeFault(text: Text, code: string): string | undefined {
  if (code === '') return text('code.missing')
  return /^\d{4,10}$/.test(code) ? undefined : text('code.incomplete')
}
