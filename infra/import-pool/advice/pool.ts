import { type Check, type Checked, dangerous, guide, note, reference, unwise } from './check.ts'

const recovery = reference('API_AccountRecoverySettingType')
const attributes = guide('user-pool-settings-attributes')

/** Protection of the pool, account recovery, messages, sign-up. */
export const poolChecks: readonly Check[] = [
  unwise(
    'emailNotUsername',
    `${attributes}#user-pool-settings-aliases`,
    ({ pool }) =>
      !pool.UsernameAttributes?.includes('email') && !pool.AliasAttributes?.includes('email'),
    'Users of this pool do not sign in with an email address, and the portal asks for one. Sign-in works with the user name if you label the field accordingly (words: form.username). Sign-up uses the address as user name, which this pool may refuse: set signUp.enabled to false, or sign users up elsewhere.',
  ),
  unwise(
    'emailNotVerified',
    guide('signing-up-users-in-your-app'),
    ({ pool }) => !pool.AutoVerifiedAttributes?.includes('email'),
    'Email addresses are not verified at sign-up: no code is sent, so an administrator has to confirm each account, and users cannot reset a password by email. Add email to AutoVerifiedAttributes.',
  ),
  unwise(
    'emailNotReadable',
    `${attributes}#user-pool-settings-attribute-permissions-and-scopes`,
    (checked) => unreadable(checked).length > 0,
    (checked) =>
      `The app client may not read ${unreadable(checked).join(' and ')}: the account page cannot show the address, or whether it is verified. Add it to ReadAttributes.`,
  ),
  unwise(
    'providersOnly',
    reference('API_CreateUserPoolClient'),
    ({ client: { SupportedIdentityProviders: names = [] } }) =>
      names.length > 0 && !names.includes('COGNITO'),
    'The app client is for providers only: COGNITO is not in its SupportedIdentityProviders. The portal shows its sign-in form anyway, and users with an account in the pool may not be able to sign in through the domain. Add COGNITO.',
  ),
  unwise(
    'deletionProtectionOff',
    guide('user-pool-settings-deletion-protection'),
    ({ pool }) => pool.DeletionProtection !== 'ACTIVE',
    'One call can delete the pool with all its accounts, and there is no backup. Set DeletionProtection to ACTIVE.',
  ),
  unwise(
    'updateBeforeVerification',
    guide('user-pool-settings-email-phone-verification'),
    ({ pool: { UserAttributeUpdateSettings: settings } }) =>
      !settings?.AttributesRequireVerificationBeforeUpdate?.includes('email'),
    'A changed email address takes effect before it is verified: after a typo, or a change by someone else at the keyboard, the account can no longer be recovered. Add email to AttributesRequireVerificationBeforeUpdate.',
  ),
  unwise(
    'recoveryByPhone',
    recovery,
    (checked) => recoveryOf(checked)[0] === 'verified_phone_number',
    'A forgotten password is reset by phone first. Attackers can take over a number at the carrier, numbers are reassigned, and each SMS costs. Put verified_email first in AccountRecoverySetting; a pool without this setting prefers the phone.',
  ),
  note(
    'recoveryByAdmin',
    recovery,
    (checked) => recoveryOf(checked).includes('admin_only'),
    'Only an administrator can recover an account (admin_only), so "Forgot password?" sends no code. If that is not intended, set AccountRecoverySetting to verified_email.',
  ),
  unwise(
    'defaultEmailSender',
    guide('user-pool-email'),
    ({ pool }) => pool.EmailConfiguration?.EmailSendingAccount !== 'DEVELOPER',
    "Email is sent by Cognito's default sender, which is for trials: 50 messages a day for the whole AWS account, from an address of AWS. After that, users who sign up or reset a password get none. Set EmailSendingAccount to DEVELOPER, with an identity of Amazon SES.",
  ),
  dangerous(
    'userMigration',
    guide('user-pool-lambda-migrate-user'),
    ({ pool }) => pool.LambdaConfig?.UserMigration !== undefined,
    'The pool has a user migration trigger. At sign-in it runs only if the password itself is sent, and the portal proves it with SRP: users who are not migrated yet cannot sign in here. "Forgot password?" does run it. Send them there, or keep the old pages until everyone is migrated.',
  ),
  note(
    'smsPumping',
    guide('user-pool-sms-settings'),
    ({ pool }) =>
      pool.AutoVerifiedAttributes?.includes('phone_number') === true &&
      pool.AdminCreateUserConfig?.AllowAdminCreateUserOnly !== true,
    'Every sign-up sends an SMS to the given number at your cost, which attackers exploit (SMS pumping). Remove phone_number from AutoVerifiedAttributes, or set a spending limit in SNS and a rate limit in AWS WAF.',
  ),
  note(
    'litePlan',
    guide('cognito-sign-in-feature-plans'),
    ({ pool }) => pool.UserPoolTier === 'LITE',
    'The pool has the Lite plan, without passkeys, email codes, choice of sign-in methods, refresh token rotation and sign-in history; the portal leaves them out. For these, set UserPoolTier to ESSENTIALS; it costs more per active user.',
  ),
  note(
    'threatProtectionOff',
    guide('cognito-user-pool-settings-threat-protection'),
    ({ pool }) => (pool.UserPoolAddOns?.AdvancedSecurityMode ?? 'OFF') === 'OFF',
    'Threat protection is off: Cognito does not look for leaked passwords or unusual sign-ins. It needs the Plus plan. If you use it, start with AdvancedSecurityMode: AUDIT; if not, a rate limit in AWS WAF on the pool stops most attacks.',
  ),
]

/** The recovery mechanisms in order of priority. The default is the phone, then email. */
export function recoveryOf({ pool }: Pick<Checked, 'pool'>): string[] {
  const mechanisms = pool.AccountRecoverySetting?.RecoveryMechanisms
  if (!mechanisms?.length) return ['verified_phone_number', 'verified_email']
  return mechanisms
    .toSorted((a, b) => (a.Priority ?? 0) - (b.Priority ?? 0))
    .flatMap(({ Name }) => Name ?? [])
}

const unreadable = ({ client: { ReadAttributes: names } }: Checked) =>
  ['email', 'email_verified'].filter((name) => names && !names.includes(name))
