import type { PortalConfig } from '#config/portalConfig.ts'
import { attributeFault } from '#i18n/attributeText.ts'
import type { Translate } from '#i18n/translate.ts'
import type { Problem, Read } from '#ui/useForm.ts'
import { addressLines, keptAddress } from './address.ts'
import { controlOf } from './controls.ts'
import { keptGender, shownGender } from './gender.ts'

interface Manner {
  config: Pick<PortalConfig, 'profile'>
  t: Translate
}

/** What stands in the form for an attribute, as Cognito keeps it; empty for none. */
function valueIn(name: string, read: Read, { config, t }: Manner): string {
  const typed = read(name).trim()
  switch (controlOf(name, config).is) {
    case 'boolean':
      return typed === 'on' ? 'true' : 'false'
    case 'address':
      return keptAddress(typed)
    case 'gender':
      return keptGender(typed, t)
    default:
      return typed
  }
}

/** Of any attribute's value: Cognito's own limit. */
const longest = 2048

interface Changes {
  /** New values. */
  update: Record<string, string>
  /** Names of what was emptied. */
  remove: string[]
}

/** What somebody has changed. What reads the same is the same, however it is kept. */
export function changesIn(
  names: readonly string[],
  before: Record<string, string>,
  { read, ...manner }: Manner & { read: Read },
): Changes {
  const update: Record<string, string> = {}
  const remove: string[] = []
  for (const name of names) {
    const value = valueIn(name, read, manner)
    const old = before[name] ?? ''
    if (isSame(name, [old, value], manner)) continue
    if (value === '') remove.push(name)
    else update[name] = value
  }
  return { update, remove }
}

function isSame(name: string, [old, value]: [string, string], { config, t }: Manner): boolean {
  if (value === old) return true
  switch (controlOf(name, config).is) {
    case 'address':
      return addressLines(value) === addressLines(old)
    case 'boolean':
      return value === 'false' && old === ''
    case 'gender':
      return shownGender(value, t) === shownGender(old, t)
    default:
      return false
  }
}

/** What can be seen to be wrong without asking Cognito. */
export function profileProblems(names: readonly string[], read: Read, manner: Manner): Problem[] {
  const { config, t } = manner
  return names.flatMap((name) => {
    const value = valueIn(name, read, manner)
    if (value.length > longest) return [{ field: name, message: t('error.tooLong') }]
    const fault = faultOf(name, value, config)
    return fault === undefined ? [] : [{ field: name, message: attributeFault(name, fault, t) }]
  })
}

function faultOf(name: string, value: string, config: Manner['config']) {
  if (value === '') return config.profile.required.includes(name) ? 'missing' : undefined
  const { is } = controlOf(name, config)
  if (is === 'url' && !/^https?:\/\/\S+$/.test(value)) return 'url'
  if (is === 'number' && !/^-?\d+$/.test(value)) return 'number'
  return undefined
}
