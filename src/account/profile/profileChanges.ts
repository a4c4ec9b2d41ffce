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

/** Value of a form field in the format that Cognito stores; empty if there is none. */
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

/** Cognito's limit for an attribute value, in characters. */
const maxLength = 2048

export interface ProfileChanges {
  /** Attribute name to new value. */
  update: Record<string, string>
  /** Names of emptied attributes. */
  remove: string[]
}

/** Compares the form with the stored attributes. Values with the same displayed text count as unchanged. */
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

/** Checks the form without a request to Cognito. */
export function profileProblems(
  names: readonly string[],
  read: Read,
  context: ProfileContext,
): Problem[] {
  const { config, t } = context
  return names.flatMap((name) => {
    const value = readValue(name, read, context)
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
