import { AuthError, type AuthErrorCode } from '#auth/errors.ts'
import type { MessageKey } from './messageTypes.ts'
import type { Translate } from './translate.ts'

type ErrorKey = Extract<MessageKey, `error.${string}`>

/** Errors that users cannot fix: their message has the request id, for the support desk. */
const forSupport = new Set<AuthErrorCode>([
  'misconfigured',
  'blocked',
  'serviceUnavailable',
  'unexpected',
])

/** Errors reported so far: messages are made with each rendering, a bug is reported once. */
const reported = new Set<unknown>()

type LabelOf = (attribute: string) => string

function messageOf(error: AuthError, t: Translate, labelOf: LabelOf | undefined): string {
  // The message of a Lambda trigger is written by the pool's owner for the user.
  if (error.code === 'refusedByPool' && error.detail) return error.detail
  if (error.code === 'invalidInput' && error.field && labelOf) {
    return t('fault.notAccepted', { label: labelOf(error.field) })
  }
  // Every code has a message: one that is missing in English does not compile here.
  const key: ErrorKey = `error.${error.code}`
  // The rarer messages are loaded lazily, which may have failed.
  const message = t(t.knows(key) ? key : 'error.unexpected')
  return error.requestId && forSupport.has(error.code)
    ? t('fault.reference', { message, requestId: error.requestId })
    : message
}

/**
 * Turns the error of a command into a message, and finds the form's field it belongs to.
 *
 * @param places The form's field for an error's `field` (Cognito's name) or `code`.
 * @param labelOf The labels of attributes, for forms that have some.
 */
export function authErrorText(
  error: unknown,
  t: Translate,
  places: Record<string, string> = {},
  labelOf?: LabelOf,
): { field?: string; message: string } {
  if (!(error instanceof AuthError)) {
    // A bug: the user gets a message, the console and error monitors get the error.
    if (!reported.has(error)) reportError(error)
    reported.add(error)
    return { message: t('error.unexpected') }
  }
  const field = (error.field === undefined ? undefined : places[error.field]) ?? places[error.code]
  const message = messageOf(error, t, labelOf)
  return field === undefined ? { message } : { field, message }
}
