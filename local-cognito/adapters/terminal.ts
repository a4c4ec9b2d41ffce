import type { Message } from '#local-cognito/records.ts'
import { SEEDED_ACCOUNTS, SEEDED_PASSWORD } from '#local-cognito/seededAccounts.ts'

/** Formats a sent message: `[mail to ada@example.com] signUp 123456`. */
export const messageLine = ({ medium, to, kind, code }: Message) =>
  `[${medium === 'SMS' ? 'SMS' : 'mail'} to ${to}] ${kind} ${code}`

/** Formats the seeded accounts as a table. */
export function accountsTable() {
  const width = Math.max(...SEEDED_ACCOUNTS.map(({ email }) => email.length))
  const rows = SEEDED_ACCOUNTS.map(({ email, shows }) => `  ${email.padEnd(width)}  ${shows}`)
  return [`Seeded accounts, all with the password ${SEEDED_PASSWORD}`, ...rows].join('\n')
}
