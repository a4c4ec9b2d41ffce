import { SEEDED_ACCOUNTS, SEEDED_PASSWORD } from '#local-cognito/seededAccounts.ts'

/** The seeded accounts, for a terminal. */
export function accountsTable() {
  const width = Math.max(...SEEDED_ACCOUNTS.map(({ email }) => email.length))
  const rows = SEEDED_ACCOUNTS.map(({ email, shows }) => `  ${email.padEnd(width)}  ${shows}`)
  return [`Seeded accounts, all with the password ${SEEDED_PASSWORD}`, ...rows].join('\n')
}
