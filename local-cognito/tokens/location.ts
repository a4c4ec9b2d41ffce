import type { SessionLocationType } from '@aws-sdk/client-cognito-identity-provider'

/** Networks that nobody has (RFC 5737), where AWS's example of ListUserSessions puts them. */
const EXAMPLES: Readonly<Record<string, SessionLocationType>> = {
  '192.0.2.': { City: 'Seattle', Country: 'United States' },
  '198.51.100.': { City: 'Portland', Country: 'United States' },
}

/** What AWS says where it cannot tell (API reference, SessionLocationType); nor can we. */
const UNKNOWN: SessionLocationType = { Country: 'unknown' }

export const locationOf = (address: string): SessionLocationType =>
  EXAMPLES[address.replace(/\d+$/, '')] ?? UNKNOWN
