/**
 * Validators for what comes from outside the vault: messages, stored records, claims. Our own few lines,
 * because a schema library would be ten times as large in the first load.
 */
export type Validator<Value> = (value: unknown) => value is Value

type Validated<Check> = Check extends Validator<infer Value> ? Value : never
type Validators = Record<string, Validator<unknown>>
type Shape<Required extends Validators, Optional extends Validators> = {
  [Name in keyof Required]: Validated<Required[Name]>
} & { [Name in keyof Optional]?: Validated<Optional[Name]> }

export const isString: Validator<string> = (value) => typeof value === 'string'
export const isBoolean: Validator<boolean> = (value) => typeof value === 'boolean'
/** Accepts finite numbers only, as JSON does. */
export const isNumber: Validator<number> = (value): value is number => Number.isFinite(value)

export function isOneOf<const Value>(...values: Value[]): Validator<Value> {
  return (value): value is Value => values.some((one) => one === value)
}

export function isEither<One, Other>(
  one: Validator<One>,
  other: Validator<Other>,
): Validator<One | Other> {
  return (value) => one(value) || other(value)
}

export function isArrayOf<Item>(isItem: Validator<Item>): Validator<Item[]> {
  return (value): value is Item[] => Array.isArray(value) && value.every(isItem)
}

export function isRecordOf<Item>(isItem: Validator<Item>): Validator<Record<string, Item>> {
  return (value): value is Record<string, Item> =>
    isObject(value) && Object.values(value).every(isItem)
}

/** Accepts further members, which are never read. */
export function isShape<
  Required extends Validators,
  Optional extends Validators = Record<never, never>,
>(required: Required, optional?: Optional): Validator<Shape<Required, Optional>> {
  return (value): value is Shape<Required, Optional> =>
    isObject(value) &&
    Object.entries(required).every(([name, check]) => check(value[name])) &&
    Object.entries(optional ?? {}).every(([name, check]) => !(name in value) || check(value[name]))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
