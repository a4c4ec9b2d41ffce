import type { Translation } from '#i18n/messageTypes.ts'
import { accountMessages } from './account.ts'
import { furtherPageMessages } from './furtherPages.ts'
import { signInMessages } from './signIn.ts'
import { stepMessages } from './steps.ts'

export const messages: Translation = {
  ...signInMessages,
  ...stepMessages,
  ...accountMessages,
  ...furtherPageMessages,
}
