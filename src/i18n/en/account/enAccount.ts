import { access } from './access.ts'
import { changePassword } from './changePassword.ts'
import { data } from './data.ts'
import { devices } from './devices.ts'
import { identities } from './identities.ts'
import { profile } from './profile.ts'
import { sessions } from './sessions.ts'
import { shared } from './shared.ts'
import { ways } from './ways.ts'

/** What only people see who are signed in. Loaded with the first page of the account. */
export const account = {
  ...shared,
  ...access,
  ...changePassword,
  ...data,
  ...devices,
  ...identities,
  ...profile,
  ...sessions,
  ...ways,
} as const
