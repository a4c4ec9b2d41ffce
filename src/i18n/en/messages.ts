import { accountMessages } from './account.ts'
import { furtherPageMessages } from './furtherPages.ts'
import { signInMessages } from './signIn.ts'
import { stepMessages } from './steps.ts'

/** Every message. Not for pages: they would load the account's with the sign-in form. */
export const messages = {
  ...signInMessages,
  ...stepMessages,
  ...accountMessages,
  ...furtherPageMessages,
} as const
