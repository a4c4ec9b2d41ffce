import { AuthError } from '#auth/errors.ts'
import { attributeLabel } from '#i18n/attributeText.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import type { Translate } from '#i18n/translate.ts'
import type { Problem } from '#ui/useForm.ts'

/** Errors about a value, which belong to a field; others concern the network, the session or the service. */
const valueErrors = new Set([
  'notPermitted',
  'invalidInput',
  'tooLong',
  'aliasTaken',
  'refusedByPool',
])

/**
 * Explains why Cognito rejected an update, at the field if the field is known.
 *
 * @param names names of the form's fields
 * @param sent names of the attributes in the request
 */
export function updateProblem(
  error: unknown,
  names: readonly string[],
  { sent, t }: { sent: readonly string[]; t: Translate },
): Problem {
  const fields = Object.fromEntries(names.map((name) => [name, name]))
  const problem = authErrorText(error, t, fields, (name) => attributeLabel(name, t))
  if (!(error instanceof AuthError) || !valueErrors.has(error.code)) return problem
  // Cognito rarely names the attribute. A single one is certain, and only `preferred_username` is an alias here.
  const onlySent = sent.length === 1 ? sent[0] : undefined
  const alias = sent.find((name) => error.code === 'aliasTaken' && name === 'preferred_username')
  const field = problem.field ?? alias ?? onlySent
  const message = messageOf(error, { field, t }) ?? problem.message
  return field === undefined ? { message } : { field, message }
}

function messageOf(
  { code }: AuthError,
  { field, t }: { field: string | undefined; t: Translate },
): string | undefined {
  if (code === 'aliasTaken' && field !== undefined) {
    return t('profile.taken', { label: attributeLabel(field, t) })
  }
  if (code !== 'notPermitted') return undefined
  return field === undefined
    ? t('profile.notWritable')
    : t('profile.fixed', { label: attributeLabel(field, t) })
}
