import type {
  NumberAttributeConstraintsType,
  SchemaAttributeType,
  StringAttributeConstraintsType,
} from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '#local-cognito/errors.ts'
import { boolean, oneOf, string, structure } from '#local-cognito/http/constraints.ts'
import { customAttribute, standardAttribute } from './schema.ts'

// Rules for attributes of CreateUserPool and AddCustomAttributes.

const bound = string({ max: 131_072 })

/** botocore's model of one attribute. */
export const attributeDefinition = structure<SchemaAttributeType>({
  Name: string({ min: 1, max: 20, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+' }),
  AttributeDataType: oneOf('String', 'Number', 'DateTime', 'Boolean'),
  DeveloperOnlyAttribute: boolean(),
  Mutable: boolean(),
  Required: boolean(),
  NumberAttributeConstraints: structure<NumberAttributeConstraintsType>({
    MinValue: bound,
    MaxValue: bound,
  }),
  StringAttributeConstraints: structure<StringAttributeConstraintsType>({
    MinLength: bound,
    MaxLength: bound,
  }),
})

/** Custom attributes of a pool (developer guide, "Quotas in Amazon Cognito"). */
const MOST = 50

/**
 * Checks the attributes of a new pool. The messages are those that moto has captured, except for
 * the quota's.
 * @throws CognitoError for one that no pool can have
 */
export function checkSchema(asked: SchemaAttributeType[]) {
  const custom = asked.filter((attribute) => {
    const standard = standardAttribute(attribute.Name)
    if (standard) checkStandard(standard, attribute)
    return !standard
  })
  checkCustomAttributes([], custom)
}

/**
 * Checks attributes that a pool is to get.
 * @param present all attributes that the pool has
 * @throws CognitoError for one that it cannot have
 */
export function checkCustomAttributes(
  present: SchemaAttributeType[],
  asked: SchemaAttributeType[],
) {
  const taken = new Set(present.map(({ Name }) => Name))
  for (const attribute of asked) {
    const { Name = '' } = customAttribute(attribute)
    if (attribute.AttributeDataType === undefined)
      throw invalidParameter(
        'Invalid AttributeDataType input, consider using the provided AttributeDataType enum.',
      )
    if (attribute.Required)
      throw invalidParameter('Required custom attributes are not supported currently.')
    checkBounds(Name, attribute)
    if (taken.has(Name))
      throw invalidParameter(`${Name}: Existing attribute already has name ${Name}.`)
    taken.add(Name)
  }
  if ([...taken].filter((name) => name?.includes('custom:')).length > MOST)
    throw invalidParameter(`A user pool cannot have more than ${MOST} custom attributes.`)
}

function checkStandard(standard: SchemaAttributeType, asked: SchemaAttributeType) {
  const { Name = '', AttributeDataType: type } = standard
  if ((asked.AttributeDataType ?? type) !== type || asked.DeveloperOnlyAttribute)
    throw invalidParameter(
      `You can not change AttributeDataType or set developerOnlyAttribute for standard schema attribute ${Name}`,
    )
  checkBounds(Name, { ...asked, AttributeDataType: type })
}

/** Longest value of an attribute (developer guide, "Quotas in Amazon Cognito"). */
const LONGEST = 2048

function checkBounds(name: string, asked: SchemaAttributeType) {
  if (asked.AttributeDataType === 'String') {
    const member = 'StringAttributeConstraints'
    const { MinLength, MaxLength } = asked[member] ?? {}
    const [min, max] = [limit(name, member, MinLength), limit(name, member, MaxLength)]
    if ((min ?? 0) > LONGEST || (max ?? 0) > LONGEST)
      throw invalidParameter(
        `user.${name}: String attributes cannot have a length of more than ${LONGEST}`,
      )
    if (min !== undefined && max !== undefined && min > max)
      throw invalidParameter(`user.${name}: Max length cannot be less than min length.`)
  }
  if (asked.AttributeDataType === 'Number') {
    const member = 'NumberAttributeConstraints'
    const { MinValue, MaxValue } = asked[member] ?? {}
    const [min, max] = [limit(name, member, MinValue), limit(name, member, MaxValue)]
    if (min !== undefined && max !== undefined && min > max)
      throw invalidParameter(`user.${name}: Max value cannot be less than min value.`)
  }
}

function limit(name: string, member: string, text: string | undefined) {
  if (text === undefined) return undefined
  if (!/^\d+$/.test(text)) throw invalidParameter(`Invalid ${member} for schema attribute ${name}`)
  return Number(text)
}
