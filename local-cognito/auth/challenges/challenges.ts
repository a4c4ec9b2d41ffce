import type { ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider'
import type { Challenge } from './challenge.ts'
import { sentCode, softwareTokenMfa } from './codeChallenges.ts'
import { customChallenge } from './customAuth.ts'
import { devicePasswordVerifier } from './devicePasswordVerifier.ts'
import { deviceSrpAuth } from './deviceSrpAuth.ts'
import { mfaSetup } from './mfaSetup.ts'
import { newPasswordRequired } from './newPasswordRequired.ts'
import { passwordFactor } from './passwordFactor.ts'
import { passwordVerifier } from './passwordVerifier.ts'
import { selectChallenge } from './selectChallenge.ts'
import { selectMfaType } from './selectMfaType.ts'
import { webAuthn } from './webAuthn.ts'

/** Handlers of every challenge that this Cognito issues. */
export const challenges: Partial<Record<ChallengeNameType, Challenge>> = {
  PASSWORD_VERIFIER: passwordVerifier,
  NEW_PASSWORD_REQUIRED: newPasswordRequired,
  SOFTWARE_TOKEN_MFA: softwareTokenMfa,
  SMS_MFA: sentCode('SMS_MFA_CODE', 'SMS'),
  EMAIL_OTP: sentCode('EMAIL_OTP_CODE', 'EMAIL'),
  SMS_OTP: sentCode('SMS_OTP_CODE', 'SMS'),
  SELECT_CHALLENGE: selectChallenge,
  PASSWORD: passwordFactor('PASSWORD', 'PASSWORD'),
  PASSWORD_SRP: passwordFactor('PASSWORD_SRP', 'SRP_A'),
  SELECT_MFA_TYPE: selectMfaType,
  WEB_AUTHN: webAuthn,
  MFA_SETUP: mfaSetup,
  CUSTOM_CHALLENGE: customChallenge,
  DEVICE_SRP_AUTH: deviceSrpAuth,
  DEVICE_PASSWORD_VERIFIER: devicePasswordVerifier,
}
