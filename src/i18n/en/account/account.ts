import { shared } from './shared.ts'

/** What only people see who are signed in. Loaded with the first page of the account. */
export const account = { ...shared } as const
