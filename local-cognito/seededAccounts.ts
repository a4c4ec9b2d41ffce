export const SEEDED_POOL = 'us-east-1_Gatehouse'
export const SEEDED_CLIENT = 'gatehouselocal'

/** Password of every seeded account. It meets the default policy. */
export const SEEDED_PASSWORD = 'Gatehouse-1'

export interface SeededAccount {
  email: string
  /** Absent where the user has yet to enter it: the attribute is required. */
  givenName?: string
  state: 'confirmed' | 'invited' | 'unconfirmed' | 'disabled' | 'resetRequired'
  groups: string[]
  /** Second factor of the account. */
  factor?: 'SOFTWARE_TOKEN_MFA' | 'EMAIL_OTP'
  /** One line for the table of accounts: what signing in with it demonstrates. */
  shows: string
}

export const SEEDED_ACCOUNTS: readonly SeededAccount[] = [
  {
    email: 'ada@example.com',
    givenName: 'Ada',
    state: 'confirmed',
    groups: ['admins', 'members'],
    shows: 'signs in; in admins and members',
  },
  {
    email: 'grace@example.com',
    givenName: 'Grace',
    state: 'confirmed',
    groups: ['members'],
    shows: 'signs in; in members',
  },
  {
    email: 'hedy@example.com',
    state: 'invited',
    groups: [],
    shows: 'invited: has to choose a password and give a first name',
  },
  {
    email: 'mary@example.com',
    givenName: 'Mary',
    state: 'unconfirmed',
    groups: [],
    shows: 'signed up, but did not confirm the address',
  },
  {
    email: 'katherine@example.com',
    givenName: 'Katherine',
    state: 'confirmed',
    groups: ['members'],
    factor: 'SOFTWARE_TOKEN_MFA',
    shows: 'has an authenticator app; its code is in the mailbox',
  },
  {
    email: 'annie@example.com',
    givenName: 'Annie',
    state: 'confirmed',
    groups: ['members'],
    factor: 'EMAIL_OTP',
    shows: 'is sent a code after the password',
  },
  {
    email: 'alan@example.com',
    givenName: 'Alan',
    state: 'disabled',
    groups: [],
    shows: 'disabled by an administrator',
  },
  {
    email: 'joan@example.com',
    givenName: 'Joan',
    state: 'resetRequired',
    groups: [],
    shows: 'has to choose another password, by a code',
  },
]
