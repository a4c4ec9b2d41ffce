import { AuthError } from '#auth/errors.ts'
import { attributeLabel } from '#i18n/attributeText.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import type { Translate } from '#i18n/translate.ts'
import type { Problem } from '#ui/useForm.ts'

/** About a value. Of the others, a field is no place: the network, the session, the service. */
const valueErrors = new Set([
  'notPermitted',
  'invalidInput',
  'tooLong',
  'aliasTaken',
  'refusedByPool',
])

/**
 * Why Cognito did not take what was changed.
 *
 * @param names The fields there are.
 */
export function updateProblem(
  error: unknown,
  names: readonly string[],
  { sent, t }: { sent: readonly string[]; t: Translate },
): Problem {
  const fields = Object.fromEntries(names.map((name) => [name, name]))
  const problem = authErrorText(error, t, fields, (name) => attributeLabel(name, t))
  if (!(error instanceof AuthError) || !valueErrors.has(error.code)) return problem
  // Cognito seldom says which it means; of one there is no doubt, and only one of these is a name.
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
