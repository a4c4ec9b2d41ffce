import type { SchemaAttributeType } from '@aws-sdk/client-cognito-identity-provider'
import type { PortalConfig } from '../../src/config/portalConfig.ts'
import type { PoolFacts } from './readPool.ts'

/** How to reach somebody, who they are, where they are, what they show. */
const order = [
  'email',
  'phone_number',
  'name',
  'given_name',
  'middle_name',
  'family_name',
  'nickname',
  'preferred_username',
  'birthdate',
  'gender',
  'address',
  'locale',
  'zoneinfo',
  'website',
  'profile',
  'picture',
]

const controlOf: Record<string, string> = { Number: 'number', Boolean: 'boolean', DateTime: 'date' }

type Profile = PortalConfig['profile']

/**
 * What people see and change of themselves: what the client may both read and write. Custom attributes
 * are only shown, whatever the client may: whether people may change them is for the team to say.
 *
 * @returns undefined where the client has no list of its own, and so may write any
 */
export function profileOf({
  pool,
  client,
}: Pick<PoolFacts, 'pool' | 'client'>): Profile | undefined {
  const { WriteAttributes: write, ReadAttributes: read } = client
  if (!write) return undefined
  const schema = new Map((pool.SchemaAttributes ?? []).map((one) => [one.Name ?? '', one]))
  const isOpen = (name: string) => write.includes(name) && (read?.includes(name) ?? true)
  const custom = write.filter((name) => name.startsWith('custom:')).toSorted()
  const attributes = [...order, ...custom].filter((name) => isOpen(name))
  const readOnly = attributes.filter(
    (name) => name.startsWith('custom:') || schema.get(name)?.Mutable === false,
  )
  const asked = attributes.flatMap((name) => controls(name, schema.get(name)))
  return {
    attributes,
    readOnly,
    required: attributes.filter(
      (name) => schema.get(name)?.Required === true && !readOnly.includes(name),
    ),
    ...(asked.length > 0 && { controls: Object.fromEntries(asked) }),
  }
}

/** The names of standard attributes say how they are asked for. */
function controls(name: string, attribute: SchemaAttributeType | undefined): [string, string][] {
  const control = controlOf[attribute?.AttributeDataType ?? '']
  return name.startsWith('custom:') && control !== undefined ? [[name, control]] : []
}
