import type { AccountMessages } from '#i18n/messages.ts'
import { access } from './access.ts'
import { changePassword } from './changePassword.ts'
import { data } from './data.ts'
import { devices } from './devices.ts'
import { identities } from './identities.ts'
import { profile } from './profile.ts'
import { sessions } from './sessions.ts'
import { shared } from './shared.ts'
import { ways } from './ways.ts'

export const account: AccountMessages = {
  ...shared,
  ...access,
  ...changePassword,
  ...data,
  ...devices,
  ...identities,
  ...profile,
  ...sessions,
  ...ways,
}
