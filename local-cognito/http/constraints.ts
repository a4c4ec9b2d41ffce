import { CognitoError, invalidParameter } from '#local-cognito/errors.ts'

/** Rules of the API model for one member of an input. `T` is the member's type in AWS's SDK. */
export interface Constraint<T> {
  /** Never set: it only carries the type. */
  readonly type?: T
  readonly isRequired: boolean
  readonly isSensitive: boolean
  /**
   * Lists the violations of a value that is not null; `at` is its path as AWS's messages print it.
   */
  check(value: unknown, at: string): string[]
}

interface RequiredConstraint<T> extends Constraint<T> {
  readonly isRequired: true
}

export interface OptionalConstraint<T> extends Constraint<T> {
  readonly required: RequiredConstraint<T>
}

/** One constraint per member; a member that AWS's type requires must be `.required`. */
export type Members<Input> = {
  [Key in keyof Input]-?: object extends Pick<Input, Key>
    ? Constraint<NonNullable<Input[Key]>>
    : RequiredConstraint<NonNullable<Input[Key]>>
}

/** Validated input: members that the model requires are present. */
export type Checked<Input> = {
  [Key in keyof Input]: object extends Pick<Input, Key>
    ? Input[Key]
    : Exclude<Input[Key], undefined>
}

interface StringRules {
  min?: number
  max?: number
  /** Unanchored, as AWS prints it; matched against the whole value. */
  pattern?: string
  /** Keeps the value out of messages (passwords, tokens, names ...). */
  sensitive?: true
}

export const string = (rules: StringRules = {}) => {
  const pattern =
    rules.pattern === undefined ? undefined : new RegExp(`^(?:${rules.pattern})$`, 'u')
  return constraint<string>((value, at) => {
    if (typeof value !== 'string') throw wrongType(value, 'String')
    const fails = (rule: string) => violation(at, rule, rules.sensitive ? undefined : value)
    const violations: string[] = []
    if (rules.min !== undefined && value.length < rules.min)
      violations.push(fails(`Member must have length greater than or equal to ${rules.min}`))
    if (rules.max !== undefined && value.length > rules.max)
      violations.push(fails(`Member must have length less than or equal to ${rules.max}`))
    if (pattern && !pattern.test(value))
      violations.push(fails(`Member must satisfy regular expression pattern: ${rules.pattern}`))
    return violations
  }, rules.sensitive)
}

export const oneOf = <T extends string>(...values: T[]) =>
  constraint<T>((value, at) => {
    if (typeof value !== 'string') throw wrongType(value, 'String')
    return values.some((known) => known === value)
      ? []
      : [violation(at, `Member must satisfy enum value set: [${values.join(', ')}]`, value)]
  })

export const number = (rules: { min?: number; max?: number } = {}) =>
  constraint<number>((value, at) => {
    if (typeof value !== 'number') throw wrongType(value, 'Integer')
    const fails = (rule: string) => violation(at, rule, String(value))
    if (rules.min !== undefined && value < rules.min)
      return [fails(`Member must have value greater than or equal to ${rules.min}`)]
    if (rules.max !== undefined && value > rules.max)
      return [fails(`Member must have value less than or equal to ${rules.max}`)]
    return []
  })

export const boolean = () =>
  constraint<boolean>((value) => {
    if (typeof value !== 'boolean') throw wrongType(value, 'Boolean')
    return []
  })

export const list = <T>(of: Constraint<T>, rules: { min?: number; max?: number } = {}) =>
  constraint<T[]>((value, at) => {
    if (!Array.isArray(value)) throw wrongType(value, 'List')
    const fails = (rule: string) => violation(at, rule, JSON.stringify(value))
    if (rules.min !== undefined && value.length < rules.min)
      return [fails(`Member must have length greater than or equal to ${rules.min}`)]
    if (rules.max !== undefined && value.length > rules.max)
      return [fails(`Member must have length less than or equal to ${rules.max}`)]
    return value.flatMap((item: unknown, index) => of.check(item, `${at}.${index + 1}.member`))
  })

/** Map from strings to strings, such as `AuthParameters`. */
export const stringMap = () =>
  constraint<Record<string, string>>((value) => {
    for (const each of Object.values(asObject(value)))
      if (typeof each !== 'string') throw wrongType(each, 'String')
    return []
  })

/** Map with a fixed set of possible keys. */
export const mapOf = <T>(keys: readonly string[], of: Constraint<T>) =>
  constraint<Record<string, T>>((value, at) => {
    const entries = Object.entries<unknown>({ ...asObject(value) })
    if (entries.some(([key]) => !keys.includes(key))) {
      const rule = `Map keys must satisfy constraint: [Member must satisfy enum value set: [${keys.join(', ')}]]`
      return [violation(at, rule, JSON.stringify(value))]
    }
    return entries.flatMap(([key, each]) => of.check(each, `${at}.${key}.member`))
  })

export const structure = <T>(members: Members<T>) =>
  constraint<T>((value, at) => violationsOf(members, asObject(value), `${at}.`))

/** Structure that no operation reads: any JSON object is accepted. */
export const opaque = <T = object>() =>
  constraint<T>((value) => {
    asObject(value)
    return []
  })

/**
 * Validates an input against its model, before the operation runs. One message lists all
 * violations.
 * @throws CognitoError `InvalidParameterException`, or `SerializationException` for a wrong JSON
 *   type
 */
export function checkInput(members: Readonly<Record<string, Constraint<unknown>>>, input: object) {
  const violations = violationsOf(members, input, '')
  if (violations.length > 0) throw validationError(violations)
}

export function validationError(violations: string[]) {
  const errors = violations.length === 1 ? 'error' : 'errors'
  return invalidParameter(
    `${violations.length} validation ${errors} detected: ${violations.join('; ')}`,
  )
}

/** Formats one violation, as AWS does; sensitive values are left out. */
export const violation = (at: string, rule: string, value?: string | null) => {
  const quoted = value === null ? ' null' : ` '${value}'`
  return `Value${value === undefined ? '' : quoted} at '${at}' failed to satisfy constraint: ${rule}`
}

function violationsOf<Input>(
  members: Members<Input> | Readonly<Record<string, Constraint<unknown>>>,
  input: object,
  prefix: string,
) {
  const values = new Map<string, unknown>(Object.entries(input))
  // Captured answers list `password` before `username`: sorted by name, not in the model's order.
  const inOrder = Object.entries<Constraint<unknown>>(members).toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  )
  return inOrder.flatMap(([name, member]) => {
    const at = `${prefix}${name.charAt(0).toLowerCase()}${name.slice(1)}`
    const value = values.get(name) ?? null
    if (value !== null) return member.check(value, at)
    if (!member.isRequired) return []
    return [violation(at, 'Member must not be null', member.isSensitive ? undefined : null)]
  })
}

function constraint<T>(
  check: (value: unknown, at: string) => string[],
  isSensitive = false,
): OptionalConstraint<T> {
  const required: RequiredConstraint<T> = { isRequired: true, isSensitive, check }
  return { isRequired: false, isSensitive, check, required }
}

function asObject(value: unknown): object {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrongType(value, 'Structure')
  return value
}

const wrongType = (value: unknown, wanted: string) =>
  new CognitoError(
    'SerializationException',
    `${Array.isArray(value) ? 'LIST' : (typeof value).toUpperCase()}_VALUE can not be converted to ${wanted}`,
  )
