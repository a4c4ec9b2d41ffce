import type { Shape } from './openBed.ts'

/** What is changed of the good pool, and everything that is then said. */
export const peopleMistakes: [string[], Shape][] = [
  [
    ['namesOfTheirOwn', 'smsToStrangers'],
    {
      pool: {
        UsernameAttributes: ['phone_number'],
        AutoVerifiedAttributes: ['email', 'phone_number'],
      },
    },
  ],
  [['namesOfTheirOwn'], { pool: { UsernameAttributes: undefined } }],
  [['mailNotVerified'], { pool: { AutoVerifiedAttributes: undefined } }],
  [['mailOutOfReach'], { client: { ReadAttributes: ['given_name'] } }],
  [['noOwnAccounts'], { client: { SupportedIdentityProviders: ['Google'] } }],
]
