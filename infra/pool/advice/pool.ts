import { type Check, guide, reference, type Seen } from './check.ts'

const recovery = reference('API_AccountRecoverySettingType')

/** The pool itself: what protects it, and how people get back in. */
export const poolChecks: readonly Check[] = [
  {
    code: 'deletionProtectionOff',
    severity: 'unwise',
    source: guide('user-pool-settings-deletion-protection'),
    find: ({ pool }) =>
      pool.DeletionProtection === 'ACTIVE'
        ? undefined
        : 'The pool can be deleted by one call, and everybody’s account with it; there is no backup. Set DeletionProtection to ACTIVE.',
  },
  {
    code: 'changeBeforeVerifying',
    severity: 'unwise',
    source: guide('user-pool-settings-email-phone-verification'),
    find: ({ pool }) =>
      pool.UserAttributeUpdateSettings?.AttributesRequireVerificationBeforeUpdate?.includes('email')
        ? undefined
        : 'A changed e-mail address takes effect before it is verified: a slip of the finger, or somebody else at the keyboard, and the account can no longer be recovered. Add email to AttributesRequireVerificationBeforeUpdate.',
  },
  {
    code: 'recoveryByPhone',
    severity: 'unwise',
    source: recovery,
    find: (seen) =>
      recoveryOf(seen)[0] === 'verified_phone_number'
        ? 'A forgotten password is recovered by phone first. Numbers are taken over by a call to the carrier, are given to others, and each SMS costs. In AccountRecoverySetting, put verified_email first; a pool without this setting prefers the phone.'
        : undefined,
  },
  {
    code: 'recoveryByAdmin',
    severity: 'note',
    source: recovery,
    find: (seen) =>
      recoveryOf(seen).includes('admin_only')
        ? 'Only an administrator can recover an account (admin_only), so "Forgot password?" in the portal sends nobody a code. If that is not meant, set AccountRecoverySetting to verified_email.'
        : undefined,
  },
  {
    code: 'mailByDefault',
    severity: 'unwise',
    source: guide('user-pool-email'),
    find: ({ pool }) =>
      pool.EmailConfiguration?.EmailSendingAccount === 'DEVELOPER'
        ? undefined
        : 'Mail goes out by Cognito’s own sender, which is for trying things out: 50 mails a day for the whole account, from an address of AWS. The next person to sign up or to forget a password gets none. Set EmailSendingAccount to DEVELOPER, with an identity of Amazon SES.',
  },
  {
    code: 'smsToStrangers',
    severity: 'note',
    source: guide('user-pool-sms-settings'),
    find: ({ pool }) =>
      pool.AutoVerifiedAttributes?.includes('phone_number') &&
      pool.AdminCreateUserConfig?.AllowAdminCreateUserOnly !== true
        ? 'Whoever signs up is sent an SMS to the number they give, at your cost: some sign up for nothing else (SMS pumping). Take phone_number out of AutoVerifiedAttributes, or set a spending limit in SNS and a rate limit in AWS WAF.'
        : undefined,
  },
  {
    code: 'litePlan',
    severity: 'note',
    source: guide('cognito-sign-in-feature-plans'),
    find: ({ pool }) =>
      pool.UserPoolTier === 'LITE'
        ? 'The pool is on the Lite plan, which has no passkeys, no codes by e-mail, no choice between ways in, no rotation of refresh tokens and no list of sign-ins: the portal goes without. If you want these, set UserPoolTier to ESSENTIALS; it costs more per active user.'
        : undefined,
  },
  {
    code: 'threatProtectionOff',
    severity: 'note',
    source: guide('cognito-user-pool-settings-threat-protection'),
    find: ({ pool }) =>
      (pool.UserPoolAddOns?.AdvancedSecurityMode ?? 'OFF') === 'OFF'
        ? 'Threat protection is off: Cognito does not look for leaked passwords or unusual sign-ins. It needs the Plus plan. If you take it, begin with AdvancedSecurityMode: AUDIT; if not, a rate limit in AWS WAF on the pool holds off the worst.'
        : undefined,
  },
]

/** By what an account is recovered, first things first. Without the setting, the phone is. */
export function recoveryOf({ pool }: Pick<Seen, 'pool'>): string[] {
  const mechanisms = pool.AccountRecoverySetting?.RecoveryMechanisms
  if (!mechanisms?.length) return ['verified_phone_number', 'verified_email']
  return mechanisms
    .toSorted((a, b) => (a.Priority ?? 0) - (b.Priority ?? 0))
    .flatMap(({ Name }) => Name ?? [])
}
