import type { AccountWords } from '#i18n/sentences.ts'
import { shared } from './shared.ts'

export const account: AccountWords = { ...shared }
