import type { PortalConfig } from '#config/portalConfig.ts'
import { attributeFault } from '#i18n/attributeText.ts'
import type { Text } from '#i18n/text.ts'
import type { Problem, Read } from '#ui/useForm.ts'
import { addressLines, keptAddress } from './address.ts'
import { controlOf } from './controls.ts'

/** What stands in the form for an attribute, as Cognito keeps it; empty for none. */
function valueIn(name: string, read: Read, config: PortalConfig): string {
  const typed = read(name).trim()
  switch (controlOf(name, config).is) {
    case 'boolean':
      return typed === 'on' ? 'true' : 'false'
    case 'address':
      return keptAddress(typed)
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

/** What somebody has changed. An address that reads the same is the same, however it is kept. */
export function changesIn(
  names: readonly string[],
  before: Record<string, string>,
  { read, config }: { read: Read; config: PortalConfig },
): Changes {
  const update: Record<string, string> = {}
  const remove: string[] = []
  for (const name of names) {
    const value = valueIn(name, read, config)
    const old = before[name] ?? ''
    const isSame =
      value === old ||
      (controlOf(name, config).is === 'address' && addressLines(value) === addressLines(old)) ||
      (controlOf(name, config).is === 'boolean' && value === 'false' && old === '')
    if (isSame) continue
    if (value === '') remove.push(name)
    else update[name] = value
  }
  return { update, remove }
}

/** What can be seen to be wrong without asking Cognito. */
export function profileProblems(
  names: readonly string[],
  read: Read,
  { config, text }: { config: PortalConfig; text: Text },
): Problem[] {
  return names.flatMap((name) => {
    const value = valueIn(name, read, config)
    if (value.length > longest) return [{ field: name, message: text('error.tooLong') }]
    const fault = faultOf(name, value, config)
    return fault === undefined ? [] : [{ field: name, message: attributeFault(name, fault, text) }]
  })
}

function faultOf(name: string, value: string, config: PortalConfig) {
  if (value === '') return config.profile.required.includes(name) ? 'missing' : undefined
  const { is } = controlOf(name, config)
  if (is === 'url' && !/^https?:\/\/\S+$/.test(value)) return 'url'
  if (is === 'number' && !/^-?\d+$/.test(value)) return 'number'
  return undefined
}
