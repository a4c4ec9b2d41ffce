import { firstFactorsOf, flowsOf, secondFactorsOf } from '../facts.ts'
import { type Check, guide, reference } from './check.ts'
import { recoveryOf } from './pool.ts'

const bySmsOrMail = guide('user-pool-settings-mfa-sms-email-message')
const flows = guide('amazon-cognito-user-pools-authentication-flow-methods')

/** What people show besides a password, or instead of one. */
export const factorChecks: readonly Check[] = [
  {
    code: 'mfaOff',
    severity: 'unwise',
    source: guide('user-pool-settings-mfa'),
    find: ({ mfa }) =>
      (mfa.MfaConfiguration ?? 'OFF') === 'OFF'
        ? 'There is no second factor: a password that leaks elsewhere is enough. Set MfaConfiguration to OPTIONAL and switch authenticator apps on (SoftwareTokenMfaConfiguration): the portal then offers them to everybody.'
        : undefined,
  },
  {
    code: 'smsFactor',
    severity: 'unwise',
    source: bySmsOrMail,
    find: (seen) =>
      secondFactorsOf(seen).includes('SMS_MFA') || firstFactorsOf(seen).includes('SMS_OTP')
        ? 'Codes by SMS are a way in. They can be read by who takes over the number, they fail abroad, and each one costs. Offer authenticator apps and passkeys instead, and take SMS_OTP and the SMS factor out once nobody needs them.'
        : undefined,
  },
  {
    code: 'mailFactorTakesRecovery',
    severity: 'unwise',
    source: reference('API_AccountRecoverySettingType'),
    find: (seen) => {
      const recovery = recoveryOf(seen)
      const hasMail = secondFactorsOf(seen).includes('EMAIL_OTP')
      if (!hasMail || !recovery.includes('verified_email')) return undefined
      return recovery.length === 1
        ? 'E-mail is both a second factor and the only way to recover an account, and for one person it cannot be both: Cognito does not ask for the code of somebody whose account the same mailbox recovers. Offer authenticator apps and passkeys, and take EmailMfaConfiguration out.'
        : 'E-mail is a second factor. Whoever uses it can no longer recover a forgotten password by e-mail: that goes by their phone, or by an administrator. Offer authenticator apps and passkeys, and take EmailMfaConfiguration out, or tell your people.'
    },
  },
  {
    code: 'mailFactorSender',
    severity: 'unwise',
    source: bySmsOrMail,
    find: (seen) => {
      const { pool } = seen
      const mails =
        secondFactorsOf(seen).includes('EMAIL_OTP') || firstFactorsOf(seen).includes('EMAIL_OTP')
      const isAble =
        pool.EmailConfiguration?.EmailSendingAccount === 'DEVELOPER' && pool.UserPoolTier !== 'LITE'
      return mails && !isAble
        ? 'Codes by e-mail are a way in, but the pool cannot send them reliably: they need the Essentials plan and an identity of Amazon SES (EmailSendingAccount: DEVELOPER). People would wait for a code that never comes.'
        : undefined
    },
  },
  {
    code: 'choiceWithoutFlow',
    severity: 'unwise',
    source: flows,
    find: (seen) => {
      const others = firstFactorsOf(seen).filter((factor) => factor !== 'PASSWORD')
      return others.length === 0 || flowsOf(seen).includes('ALLOW_USER_AUTH')
        ? undefined
        : `The pool lets people begin with ${others.join(', ')}, but the app client has no ALLOW_USER_AUTH, in which that is asked: they could add a passkey and never use it. Add the flow.`
    },
  },
  {
    code: 'passkeyWithoutHost',
    severity: 'unwise',
    source: reference('API_WebAuthnConfigurationType'),
    find: ({ mfa, ...seen }) =>
      firstFactorsOf(seen).includes('WEB_AUTHN') && !mfa.WebAuthnConfiguration?.RelyingPartyId
        ? 'Passkeys are on without a RelyingPartyId, so they belong to the domain of the pool, and no browser makes or shows them at the portal’s. Set RelyingPartyId to the host of the portal, or to what its hosts end with. Whoever has a passkey already has to make another.'
        : undefined,
  },
  {
    code: 'passkeyElsewhere',
    severity: 'unwise',
    source: 'https://www.w3.org/TR/webauthn-3/#relying-party-identifier',
    find: ({ mfa, host, ...seen }) => {
      const id = mfa.WebAuthnConfiguration?.RelyingPartyId
      const name = host?.replace(/:\d+$/, '')
      if (!id || !name || !firstFactorsOf(seen).includes('WEB_AUTHN')) return undefined
      return name === id || name.endsWith(`.${id}`)
        ? undefined
        : `Passkeys of this pool are for ${id}, and the portal is to be at ${name}: browsers make and show none there. Serve the portal at ${id} or below it, or set RelyingPartyId to ${name}; whoever has a passkey already then has to make another.`
    },
  },
]
