import { AuthError, type AuthErrorCode } from '#auth/errors.ts'
import type { MessageKey } from './messageTypes.ts'
import type { Translate } from './translate.ts'

type ErrorKey = Extract<MessageKey, `error.${string}`>

/** Those a person can do nothing about: a support desk will ask for the request's id. */
const forSupport = new Set<AuthErrorCode>([
  'misconfigured',
  'blocked',
  'serviceUnavailable',
  'unexpected',
])

/** A sentence is made anew with each rendering; a mistake is reported once. */
const reported = new Set<unknown>()

type LabelOf = (attribute: string) => string

function sentence(error: AuthError, t: Translate, labelOf: LabelOf | undefined): string {
  // What a Lambda trigger says is written by the pool's owner for exactly this reader.
  if (error.code === 'refusedByPool' && error.detail) return error.detail
  if (error.code === 'invalidInput' && error.field && labelOf) {
    return t('fault.notAccepted', { label: labelOf(error.field) })
  }
  // By type, every code has a sentence: one that is missing in English does not compile here.
  const key: ErrorKey = `error.${error.code}`
  // The rarer ones are loaded while a form is filled in, which may fail where Cognito can be reached.
  const message = t(t.knows(key) ? key : 'error.unexpected')
  return error.requestId && forSupport.has(error.code)
    ? t('fault.reference', { message, requestId: error.requestId })
    : message
}

/**
 * Turns what a command rejected with into a sentence, and the form's field it belongs to.
 *
 * @param places Names a field of the form by an error's `field` (Cognito's spelling) or its `code`.
 * @param labelOf What a form that asks for attributes calls them.
 */
export function authErrorText(
  error: unknown,
  t: Translate,
  places: Record<string, string> = {},
  labelOf?: LabelOf,
): { field?: string; message: string } {
  if (!(error instanceof AuthError)) {
    // A mistake in this program: the person gets a sentence, the console and error monitors get it.
    if (!reported.has(error)) reportError(error)
    reported.add(error)
    return { message: t('error.unexpected') }
  }
  const field = (error.field === undefined ? undefined : places[error.field]) ?? places[error.code]
  const message = sentence(error, t, labelOf)
  return field === undefined ? { message } : { field, message }
}
