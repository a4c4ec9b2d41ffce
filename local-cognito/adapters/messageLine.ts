import type { Message } from '#local-cognito/records.ts'

/** One line for each message sent: `[mail to ada@example.com] signUp 123456`. */
export const messageLine = ({ medium, to, kind, code }: Message) =>
  `[${medium === 'SMS' ? 'SMS' : 'mail'} to ${to}] ${kind} ${code}`
