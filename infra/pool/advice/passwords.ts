import { type Check, nist, reference } from './check.ts'

/** What a password has to be. */
export const passwordChecks: readonly Check[] = [
  {
    code: 'passwordVeryShort',
    severity: 'dangerous',
    source: nist,
    find: ({ pool }) => {
      const length = minimumOf(pool)
      return length >= 8
        ? undefined
        : `Passwords may have ${length} characters. So short ones are guessed, and NIST allows none below 8 even where a second factor follows. Set MinimumLength to 15, or to 8 where MFA is ON.`
    },
  },
  {
    code: 'passwordShort',
    severity: 'unwise',
    source: nist,
    find: ({ pool, mfa }) => {
      const length = minimumOf(pool)
      return length < 8 || length >= 15 || mfa.MfaConfiguration === 'ON'
        ? undefined
        : `Passwords may have ${length} characters. Where a password alone lets somebody in, NIST SP 800-63B-4 wants 15 or more: length is what holds against guessing. Set MinimumLength to 15.`
    },
  },
  {
    code: 'compositionRules',
    severity: 'unwise',
    source: nist,
    find: ({ pool }) => {
      const policy = pool.Policies?.PasswordPolicy ?? {}
      const rules = [
        ...(policy.RequireLowercase ? ['lower case'] : []),
        ...(policy.RequireUppercase ? ['upper case'] : []),
        ...(policy.RequireNumbers ? ['numbers'] : []),
        ...(policy.RequireSymbols ? ['symbols'] : []),
      ]
      return rules.length === 0
        ? undefined
        : `Passwords must contain ${rules.join(', ')}. People answer such rules with Password1!, which is why NIST SP 800-63B-4 forbids them. Switch them off, and ask for length instead.`
    },
  },
  {
    code: 'temporaryPasswordLong',
    severity: 'unwise',
    source: reference('API_PasswordPolicyType'),
    find: ({ pool }) => {
      const days = pool.Policies?.PasswordPolicy?.TemporaryPasswordValidityDays ?? 7
      return days <= 7
        ? undefined
        : `An invitation is good for ${days} days: so long its temporary password lies in a mailbox and lets in whoever reads it. Set TemporaryPasswordValidityDays to 1, 7 at most; an invitation can be sent again.`
    },
  },
]

const minimumOf = (pool: Parameters<Check['find']>[0]['pool']) =>
  pool.Policies?.PasswordPolicy?.MinimumLength ?? 8
