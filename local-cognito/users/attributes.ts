import type { AttributeType, SchemaAttributeType } from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter, notAuthorized } from '#local-cognito/errors.ts'
import type { Client, Pool, User } from '#local-cognito/records.ts'
import { normalizeName } from './users.ts'

/**
 * Writer of attributes: a user through an app client, which may write only some of them, or an
 * administrator.
 */
export type Writer = Client | 'administrator'

/** Set by Cognito only; administrators may set the two flags. */
const FLAGS = ['email_verified', 'phone_number_verified']
const DERIVED = ['sub', 'identities', ...FLAGS]

/** Cognito stores names under SCIM paths, which some of its messages show. */
export const SCIM: Record<string, string> = {
  name: 'name.formatted',
  given_name: 'name.givenName',
  family_name: 'name.familyName',
  middle_name: 'name.middleName',
}

/**
 * Validates the attributes of a new user and normalizes their values. Empty ones are dropped; of
 * duplicates only the last is used and checked. For required ones see `checkRequired`.
 * @throws CognitoError when one may not be written, or does not conform to the schema
 */
export function newAttributes(pool: Pool, asked: AttributeType[], writer: Writer) {
  const wanted = Object.entries(checkedWrites(pool, asked, writer))
  const complaints = wanted.flatMap(([name, value]) => {
    const known = schemaAttribute(pool, name)
    if (!known) return [`Type for attribute {${name}} could not be determined\n`]
    return violations(known, value).map((violation) => `${name}: ${violation}\n`)
  })
  if (complaints.length > 0)
    throw invalidParameter(`Attributes did not conform to the schema: ${complaints.join('')}`)
  return normalizeValues(pool, Object.fromEntries(wanted.filter(([, value]) => value !== '')))
}

/**
 * Validates changes to attributes and normalizes their values; an empty value deletes. All or
 * nothing.
 * @throws CognitoError when one may not be written, or does not conform to the schema
 */
export function changedAttributes(pool: Pool, asked: AttributeType[], writer: Writer) {
  const wanted = checkedWrites(pool, asked, writer)
  const prefix = writer === 'administrator' ? 'Invalid user attributes: ' : ''
  for (const [name, value] of Object.entries(wanted)) {
    const known = schemaAttribute(pool, name)
    if (!known)
      throw invalidParameter(`${prefix}user.${name}: Attribute does not exist in the schema.\n`)
    if (known.Mutable === false)
      throw invalidParameter(`user.${name}: Attribute cannot be updated.\n`)
    const [violation] = value === '' ? [] : violations(known, value)
    if (violation) throw invalidParameter(`user.${name}: ${violation}\n`)
  }
  return normalizeValues(pool, wanted)
}

/** Required attributes that are missing; `sub` always exists. */
export const missingRequired = (pool: Pool, attributes: Record<string, string>) =>
  schema(pool).flatMap(({ Name, Required }) =>
    Name && Name !== 'sub' && Required && !attributes[Name] ? [Name] : [],
  )

/** @throws CognitoError when a required attribute is missing */
export function checkRequired(pool: Pool, attributes: Record<string, string>) {
  const missing = missingRequired(pool, attributes).map((name) => SCIM[name] ?? name)
  if (missing.length === 0) return
  const complaints = missing.map((path) => `${path}: The attribute ${path} is required`)
  throw invalidParameter(`Attributes did not conform to the schema: ${complaints.join('\n')}`)
}

/** Attributes that a client may read, by its present settings; `sub` always, and last. */
export function readableAttributes(client: Client, user: User): Record<string, string> {
  const allowed = client.settings.ReadAttributes
  const shown = Object.entries(user.attributes).filter(([name]) => allowed?.includes(name) ?? true)
  return { ...Object.fromEntries(shown), sub: user.sub }
}

/** Formats attributes for the API. */
export const toAttributeList = (attributes: Record<string, string>): AttributeType[] =>
  Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }))

export const isEmail = (text: string) => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text)

/** E.164 format. */
export const isPhoneNumber = (text: string) => /^\+[1-9]\d{1,14}$/.test(text)

function checkedWrites(pool: Pool, asked: AttributeType[], writer: Writer) {
  const wanted = Object.fromEntries(asked.map(({ Name = '', Value = '' }) => [Name, Value]))
  checkWritable(pool, Object.keys(wanted), writer)
  return wanted
}

/** @throws CognitoError when the writer may not write, or delete, one of these */
export function checkWritable(pool: Pool, names: string[], writer: Writer) {
  const administrator = writer === 'administrator'
  for (const name of names) {
    if (DERIVED.includes(name) && !(administrator && FLAGS.includes(name)))
      throw invalidParameter(`Cannot modify the non-mutable attribute ${name}`)
    if (administrator) continue
    const allowed = writer.settings.WriteAttributes
    const known = schemaAttribute(pool, name)
    if (known && (known.DeveloperOnlyAttribute || (allowed && !allowed.includes(name))))
      throw notAuthorized('A client attempted to write unauthorized attribute')
  }
}

function violations(known: SchemaAttributeType, value: string): string[] {
  if (known.Name === 'email' && !isEmail(value))
    throw invalidParameter('Invalid email address format.')
  if (known.Name === 'phone_number' && !isPhoneNumber(value))
    throw invalidParameter('Invalid phone number format.')
  const { MinLength, MaxLength } = known.StringAttributeConstraints ?? {}
  const { MinValue, MaxValue } = known.NumberAttributeConstraints ?? {}
  const number = Number(value)
  switch (known.AttributeDataType) {
    case 'Number':
      if (value.trim() === '' || Number.isNaN(number)) return ['Value must be a number']
      if (MinValue !== undefined && number < Number(MinValue))
        return [`Number must be no smaller than ${MinValue}`]
      if (MaxValue !== undefined && number > Number(MaxValue))
        return [`Number must be no larger than ${MaxValue}`]
      return []
    case 'Boolean':
      return /^(true|false)$/i.test(value) ? [] : ['Value must be true or false']
    default:
      if (MinLength !== undefined && value.length < Number(MinLength))
        return [`String must be no shorter than ${MinLength} characters`]
      if (MaxLength !== undefined && value.length > Number(MaxLength))
        return [`String must be no longer than ${MaxLength} characters`]
      return []
  }
}

/** Lowercases sign-in names in case-insensitive pools, and booleans, of which AWS takes `True`, too. */
const normalizeValues = (pool: Pool, attributes: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => {
      if (name === 'email' || name === 'preferred_username')
        return [name, normalizeName(pool, value)]
      const isBoolean = schemaAttribute(pool, name)?.AttributeDataType === 'Boolean'
      return [name, isBoolean ? value.toLowerCase() : value]
    }),
  )

const schema = (pool: Pool) => pool.settings.SchemaAttributes ?? []

export const schemaAttribute = (pool: Pool, name: string) =>
  schema(pool).find((attribute) => attribute.Name === name)
