import type { SchemaAttributeType } from '@aws-sdk/client-cognito-identity-provider'

type Type = 'String' | 'Boolean' | 'Number'

const attribute = (Name: string, type: Type = 'String', length = { min: '0', max: '2048' }) =>
  ({
    Name,
    AttributeDataType: type,
    DeveloperOnlyAttribute: false,
    Mutable: Name !== 'sub',
    Required: Name === 'sub',
    ...(type === 'String' && {
      StringAttributeConstraints: { MinLength: length.min, MaxLength: length.max },
    }),
    ...(type === 'Number' && { NumberAttributeConstraints: { MinValue: '0' } }),
  }) satisfies SchemaAttributeType

/** The 20 standard attributes in the order of CreateUserPool's answer. */
const standard: SchemaAttributeType[] = [
  attribute('sub', 'String', { min: '1', max: '2048' }),
  attribute('name'),
  attribute('given_name'),
  attribute('family_name'),
  attribute('middle_name'),
  attribute('nickname'),
  attribute('preferred_username'),
  attribute('profile'),
  attribute('picture'),
  attribute('website'),
  attribute('email'),
  attribute('email_verified', 'Boolean'),
  attribute('gender'),
  attribute('birthdate', 'String', { min: '10', max: '10' }),
  attribute('zoneinfo'),
  attribute('locale'),
  attribute('phone_number'),
  attribute('phone_number_verified', 'Boolean'),
  attribute('address'),
  attribute('updated_at', 'Number'),
]

/** The standard attribute of this name. */
export const standardAttribute = (name: string | undefined) =>
  standard.find((known) => known.Name === name)

/**
 * Builds a pool's schema from the `Schema` member of CreateUserPool: the standard attributes with
 * its changes, then the custom ones under their full names (`custom:tenant`, `dev:custom:flag`).
 */
export function schemaOf(asked: SchemaAttributeType[] = []): SchemaAttributeType[] {
  const changed = standard.map((known) =>
    Object.assign(
      {},
      known,
      asked.find(({ Name }) => Name === known.Name),
    ),
  )
  const custom = asked.filter(({ Name }) => !standardAttribute(Name))
  return [...changed, ...custom.map(customAttribute)]
}

/** Completes a custom attribute as CreateUserPool does; its name gets the prefix. */
export function customAttribute(asked: SchemaAttributeType): SchemaAttributeType {
  const type = asked.AttributeDataType ?? 'String'
  const developerOnly = asked.DeveloperOnlyAttribute ?? false
  return {
    Name: `${developerOnly ? 'dev:' : ''}custom:${asked.Name ?? ''}`,
    AttributeDataType: type,
    DeveloperOnlyAttribute: developerOnly,
    Mutable: asked.Mutable ?? false,
    Required: asked.Required ?? false,
    ...(type === 'String' && {
      StringAttributeConstraints: asked.StringAttributeConstraints ?? {},
    }),
    ...(type === 'Number' && {
      NumberAttributeConstraints: asked.NumberAttributeConstraints ?? {},
    }),
  }
}
