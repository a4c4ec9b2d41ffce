/** What is asked of a setting: its path, whether it is so, and the rest of the sentence if it is not. */
export type Demand = [field: string, isMet: boolean, wanted: string]

export const isCount = (value: number, from: number, to: number) =>
  Number.isInteger(value) && value >= from && value <= to

/** Is `name` the same host as `parent`, or one below it? */
export const isSameOrBelow = (name: string, parent: string) =>
  name === parent || name.endsWith(`.${parent}`)
