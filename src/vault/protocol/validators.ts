/**
 * Guards for what comes from outside the vault: messages, records on disk, claims. A few lines of our
 * own, because the vault is in the first load, where a schema library would cost ten times as much.
 */
export type Guard<Value> = (value: unknown) => value is Value

type Guarded<Check> = Check extends Guard<infer Value> ? Value : never
type Guards = Record<string, Guard<unknown>>
type Shape<Required extends Guards, Optional extends Guards> = {
  [Name in keyof Required]: Guarded<Required[Name]>
} & { [Name in keyof Optional]?: Guarded<Optional[Name]> }

export const isString: Guard<string> = (value) => typeof value === 'string'
export const isBoolean: Guard<boolean> = (value) => typeof value === 'boolean'
/** Finite, which JSON's numbers and clocks are. */
export const isNumber: Guard<number> = (value): value is number => Number.isFinite(value)

export function isOneOf<const Value>(...values: Value[]): Guard<Value> {
  return (value): value is Value => values.some((one) => one === value)
}

export function isEither<One, Other>(one: Guard<One>, other: Guard<Other>): Guard<One | Other> {
  return (value) => one(value) || other(value)
}

export function isArrayOf<Item>(isItem: Guard<Item>): Guard<Item[]> {
  return (value): value is Item[] => Array.isArray(value) && value.every(isItem)
}

export function isRecordOf<Item>(isItem: Guard<Item>): Guard<Record<string, Item>> {
  return (value): value is Record<string, Item> =>
    isObject(value) && Object.values(value).every(isItem)
}

/** Members beside these are let through and never read. */
export function isShape<Required extends Guards, Optional extends Guards = Record<never, never>>(
  required: Required,
  optional?: Optional,
): Guard<Shape<Required, Optional>> {
  return (value): value is Shape<Required, Optional> =>
    isObject(value) &&
    Object.entries(required).every(([name, check]) => check(value[name])) &&
    Object.entries(optional ?? {}).every(([name, check]) => !(name in value) || check(value[name]))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
