import { allowsPasskeyMfa, firstFactorsOf, flowsOf, secondFactorsOf } from '../poolDescription.ts'
import { type Check, type Checked, dangerous, guide, reference, unwise } from './check.ts'
import { recoveryOf } from './pool.ts'

/** Section 3.1.1.2, on passwords. */
const nist = 'https://pages.nist.gov/800-63-4/sp800-63b.html#passwordver'
const codesBySmsOrEmail = guide('user-pool-settings-mfa-sms-email-message')

/** Passwords, second factors and passkeys. */
export const authenticationChecks: readonly Check[] = [
  dangerous(
    'passwordVeryShort',
    nist,
    ({ pool }) => minimumLength(pool) < 8,
    ({ pool }) =>
      `The minimum length of passwords is ${minimumLength(pool)}. Such short passwords can be guessed, and NIST requires at least 8 even with a second factor. Set MinimumLength to 15, or to 8 if MFA is ON.`,
  ),
  unwise(
    'passwordShort',
    nist,
    ({ pool, mfa }) =>
      minimumLength(pool) >= 8 && minimumLength(pool) < 15 && mfa.MfaConfiguration !== 'ON',
    ({ pool }) =>
      `The minimum length of passwords is ${minimumLength(pool)}. If a password alone is enough to sign in, NIST SP 800-63B-4 requires 15 or more: length is the protection against guessing. Set MinimumLength to 15.`,
  ),
  unwise(
    'compositionRules',
    nist,
    ({ pool }) => compositionRules(pool).length > 0,
    ({ pool }) =>
      `Passwords must contain ${compositionRules(pool).join(', ')}. Users answer such rules with Password1!, which is why NIST SP 800-63B-4 forbids them. Turn them off, and require length instead.`,
  ),
  unwise(
    'temporaryPasswordLong',
    reference('API_PasswordPolicyType'),
    ({ pool }) => temporaryDays(pool) > 7,
    ({ pool }) =>
      `An invitation is valid for ${temporaryDays(pool)} days: during that time, anyone who reads the mailbox can use its temporary password. Set TemporaryPasswordValidityDays to 1, 7 at most; an invitation can be sent again.`,
  ),
  unwise(
    'mfaOff',
    guide('user-pool-settings-mfa'),
    ({ mfa }) => (mfa.MfaConfiguration ?? 'OFF') === 'OFF',
    'There is no second factor: a password that leaks elsewhere is enough to sign in. Set MfaConfiguration to OPTIONAL and enable authenticator apps (SoftwareTokenMfaConfiguration): the portal then offers them to all users.',
  ),
  unwise(
    'smsFactor',
    codesBySmsOrEmail,
    (checked) =>
      secondFactorsOf(checked).includes('SMS_MFA') || firstFactorsOf(checked).includes('SMS_OTP'),
    'Codes by SMS are a sign-in method. An attacker who takes over the phone number can read them, they often fail abroad, and each one costs. Offer authenticator apps and passkeys instead, and remove SMS_OTP and the SMS factor once no user needs them.',
  ),
  unwise(
    'emailMfaBlocksRecovery',
    reference('API_AccountRecoverySettingType'),
    (checked) =>
      secondFactorsOf(checked).includes('EMAIL_OTP') &&
      recoveryOf(checked).includes('verified_email'),
    'Email is a second factor, and also recovers accounts. Cognito does not send both codes to the same address: users who turned email codes on cannot reset a forgotten password by email, only by a verified phone number or with the help of an administrator. Offer authenticator apps and passkeys, and remove EmailMfaConfiguration, or tell your users.',
  ),
  unwise(
    'emailCodesWithoutSes',
    codesBySmsOrEmail,
    (checked) => {
      const { EmailConfiguration, UserPoolTier } = checked.pool
      const hasSender = EmailConfiguration?.EmailSendingAccount === 'DEVELOPER'
      return sendsEmailCodes(checked) && (!hasSender || UserPoolTier === 'LITE')
    },
    'Email codes are a sign-in method, but the pool cannot send them reliably: that needs the Essentials plan and an identity of Amazon SES (EmailSendingAccount: DEVELOPER). Users would wait for a code that never arrives.',
  ),
  unwise(
    'userAuthFlowMissing',
    guide('amazon-cognito-user-pools-authentication-flow-methods'),
    (checked) =>
      otherFirstFactors(checked).length > 0 && !flowsOf(checked).includes('ALLOW_USER_AUTH'),
    (checked) =>
      `The pool allows ${otherFirstFactors(checked).join(', ')} as first factor, but the app client does not have the flow for it, ALLOW_USER_AUTH: users could add a passkey and never use it. Add the flow.`,
  ),
  unwise(
    'passkeysPaused',
    reference('API_WebAuthnConfigurationType'),
    (checked) =>
      hasPasskeys(checked) && secondFactorsOf(checked).length > 0 && !allowsPasskeyMfa(checked),
    'Passkeys and second factors are on, but a passkey counts as one factor only: users who turn on a second factor can no longer sign in with their passkey. Set FactorConfiguration in WebAuthnConfiguration to MULTI_FACTOR_WITH_USER_VERIFICATION, and UserVerification to required.',
  ),
  unwise(
    'relyingPartyMissing',
    reference('API_WebAuthnConfigurationType'),
    (checked) => hasPasskeys(checked) && !relyingPartyOf(checked),
    "Passkeys are on without a RelyingPartyId, so they belong to the domain of the pool, and no browser offers them on the portal's. Set RelyingPartyId to the host of the portal or to a parent domain. Users with a passkey have to register another.",
  ),
  unwise(
    'relyingPartyMismatch',
    'https://www.w3.org/TR/webauthn-3/#relying-party-identifier',
    (checked) => {
      const id = relyingPartyOf(checked)
      const name = hostName(checked)
      if (!id || !name || !hasPasskeys(checked)) return false
      return name !== id && !name.endsWith(`.${id}`)
    },
    (checked) =>
      `Passkeys of this pool belong to ${relyingPartyOf(checked)}, but the portal is at ${hostName(checked)}, where browsers do not offer them. Serve the portal at ${relyingPartyOf(checked)} or a subdomain, or set RelyingPartyId to ${hostName(checked)}; users with a passkey then have to register another.`,
  ),
]

type Pool = Checked['pool']

const minimumLength = ({ Policies }: Pool) => Policies?.PasswordPolicy?.MinimumLength ?? 8

const temporaryDays = ({ Policies }: Pool) =>
  Policies?.PasswordPolicy?.TemporaryPasswordValidityDays ?? 7

function compositionRules({ Policies }: Pool): string[] {
  const policy = Policies?.PasswordPolicy ?? {}
  return [
    ...(policy.RequireLowercase ? ['lower case'] : []),
    ...(policy.RequireUppercase ? ['upper case'] : []),
    ...(policy.RequireNumbers ? ['numbers'] : []),
    ...(policy.RequireSymbols ? ['symbols'] : []),
  ]
}

const sendsEmailCodes = (checked: Checked) =>
  secondFactorsOf(checked).includes('EMAIL_OTP') || firstFactorsOf(checked).includes('EMAIL_OTP')

const otherFirstFactors = (checked: Checked) =>
  firstFactorsOf(checked).filter((factor) => factor !== 'PASSWORD')

const hasPasskeys = (checked: Checked) => firstFactorsOf(checked).includes('WEB_AUTHN')

const relyingPartyOf = ({ mfa }: Checked) => mfa.WebAuthnConfiguration?.RelyingPartyId

const hostName = ({ host }: Checked) => host?.replace(/:\d+$/, '')
