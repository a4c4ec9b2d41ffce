import { AuthError } from '#auth/errors.ts'
import { attributeLabel } from '#i18n/attributeText.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import type { Text } from '#i18n/text.ts'
import type { Problem } from '#ui/useForm.ts'

/** About a value. Of the others, a field is no place: the network, the session, the service. */
const ofValues = new Set(['notPermitted', 'invalidInput', 'tooLong', 'aliasTaken', 'refusedByPool'])

/**
 * Why Cognito did not take what was changed.
 *
 * @param names The fields there are.
 */
export function refusal(
  error: unknown,
  names: readonly string[],
  { sent, text }: { sent: readonly string[]; text: Text },
): Problem {
  const places = Object.fromEntries(names.map((name) => [name, name]))
  const problem = authErrorText(error, text, places, (name) => attributeLabel(name, text))
  if (!(error instanceof AuthError) || !ofValues.has(error.code)) return problem
  // Cognito seldom says which it means; of one there is no doubt, and only one of these is a name.
  const only = sent.length === 1 ? sent[0] : undefined
  const alias = sent.find((name) => error.code === 'aliasTaken' && name === 'preferred_username')
  const field = problem.field ?? alias ?? only
  const message = messageOf(error, { field, text }) ?? problem.message
  return field === undefined ? { message } : { field, message }
}

function messageOf(
  { code }: AuthError,
  { field, text }: { field: string | undefined; text: Text },
): string | undefined {
  if (code === 'aliasTaken' && field !== undefined) {
    return text('profile.taken', { label: attributeLabel(field, text) })
  }
  if (code !== 'notPermitted') return undefined
  return field === undefined
    ? text('profile.notWritable')
    : text('profile.fixed', { label: attributeLabel(field, text) })
}
