import type { PortalConfig } from '#config/portalConfig.ts'
import { attributeFault } from '#i18n/attributeText.ts'
import type { Translate } from '#i18n/translate.ts'
import type { Problem, Read } from '#ui/useForm.ts'
import { addressLines, addressClaim } from './address.ts'
import { controlOf } from './controls.ts'
import { genderClaim, genderText } from './gender.ts'

interface ProfileContext {
  config: Pick<PortalConfig, 'profile'>
  t: Translate
}

/** What stands in the form for an attribute, as Cognito keeps it; empty for none. */
function readValue(name: string, read: Read, { config, t }: ProfileContext): string {
  const typed = read(name).trim()
  switch (controlOf(name, config).kind) {
    case 'boolean':
      return typed === 'on' ? 'true' : 'false'
    case 'address':
      return addressClaim(typed)
    case 'gender':
      return genderClaim(typed, t)
    default:
      return typed
  }
}

/** Of any attribute's value: Cognito's own limit. */
const maxLength = 2048

interface ProfileChanges {
  /** New values. */
  update: Record<string, string>
  /** Names of what was emptied. */
  remove: string[]
}

/** What somebody has changed. What reads the same is the same, however it is kept. */
export function profileChanges(
  names: readonly string[],
  before: Record<string, string>,
  { read, ...context }: ProfileContext & { read: Read },
): ProfileChanges {
  const update: Record<string, string> = {}
  const remove: string[] = []
  for (const name of names) {
    const value = readValue(name, read, context)
    const old = before[name] ?? ''
    if (isUnchanged(name, [old, value], context)) continue
    if (value === '') remove.push(name)
    else update[name] = value
  }
  return { update, remove }
}

function isUnchanged(
  name: string,
  [old, value]: [string, string],
  { config, t }: ProfileContext,
): boolean {
  if (value === old) return true
  switch (controlOf(name, config).kind) {
    case 'address':
      return addressLines(value) === addressLines(old)
    case 'boolean':
      return value === 'false' && old === ''
    case 'gender':
      return genderText(value, t) === genderText(old, t)
    default:
      return false
  }
}

/** What can be seen to be wrong without asking Cognito. */
export function profileProblems(
  names: readonly string[],
  read: Read,
  manner: ProfileContext,
): Problem[] {
  const { config, t } = manner
  return names.flatMap((name) => {
    const value = readValue(name, read, manner)
    if (value.length > maxLength) return [{ field: name, message: t('error.tooLong') }]
    const fault = valueFault(name, value, config)
    return fault === undefined ? [] : [{ field: name, message: attributeFault(name, fault, t) }]
  })
}

function valueFault(name: string, value: string, config: ProfileContext['config']) {
  if (value === '') return config.profile.required.includes(name) ? 'missing' : undefined
  const { kind } = controlOf(name, config)
  if (kind === 'url' && !/^https?:\/\/\S+$/.test(value)) return 'url'
  if (kind === 'number' && !/^-?\d+$/.test(value)) return 'number'
  return undefined
}
