/** Where a code was sent, masked by Cognito (`a***@e***`). */
export interface CodeDelivery {
  destination: string
  medium: 'EMAIL' | 'SMS'
}

/** A way to prove who one is: Cognito's names, of first factors and of second ones alike. */
export type Method =
  | 'PASSWORD'
  | 'EMAIL_OTP'
  | 'SMS_OTP'
  | 'WEB_AUTHN'
  | 'SMS_MFA'
  | 'SOFTWARE_TOKEN_MFA'

/** What may be asked for first. */
export type FirstFactor = 'PASSWORD' | 'EMAIL_OTP' | 'SMS_OTP' | 'WEB_AUTHN' | 'CUSTOM_AUTH'

/** What all challenges have. */
interface ChallengeBase {
  /** The name that was typed. */
  username: string
}

/** A step in the middle of a sign-in. */
interface SignInStep extends ChallengeBase {
  /** Another way to prove who one is can be asked for. */
  hasAlternatives: boolean
}

/** A `Challenge` without its functions: what crosses to the page. */
export type ChallengeSnapshot =
  | (ChallengeBase & { kind: 'confirmSignUp'; delivery?: CodeDelivery; codeLength: number })
  | (ChallengeBase & {
      kind: 'resetPassword'
      required: boolean
      delivery?: CodeDelivery
      codeLength: number
    })
  | (ChallengeBase & { kind: 'newPassword'; requiredAttributes: string[] })
  /** SOFTWARE_TOKEN_MFA. */
  | (SignInStep & { kind: 'totpCode'; deviceName?: string })
  /** EMAIL_OTP, SMS_OTP, SMS_MFA: Cognito does not say how long its code is. */
  | (SignInStep & { kind: 'sentCode'; medium: CodeDelivery['medium']; delivery?: CodeDelivery })
  /** PASSWORD: after another way was offered first. */
  | (SignInStep & { kind: 'password' })
  /** WEB_AUTHN. `options` is what Cognito sent as CREDENTIAL_REQUEST_OPTIONS, parsed. */
  | (SignInStep & { kind: 'passkey'; options: PasskeyOptions })
  /** SELECT_CHALLENGE, SELECT_MFA_TYPE; with `setUp`, MFA_SETUP with several. */
  | (ChallengeBase & { kind: 'chooseMethod'; methods: Method[]; setUp: boolean })
  /** MFA_SETUP of an authenticator app. `secret` is base32. */
  | (SignInStep & { kind: 'setUpTotp'; secret: string })
  /** MFA_SETUP of an e-mail address. */
  | (SignInStep & { kind: 'setUpEmail' })
  /** CUSTOM_CHALLENGE, as the pool's own function posed it. */
  | (ChallengeBase & { kind: 'custom'; parameters: Record<string, string> })
  /** The pool remembers devices, but only when the person says so. */
  | (ChallengeBase & { kind: 'trustDevice' })
  | (ChallengeBase & { kind: 'unsupported'; challengeName: string })

/** https://www.w3.org/TR/webauthn-3/#dictdef-publickeycredentialrequestoptionsjson */
export interface PasskeyOptions {
  challenge: string
  rpId?: string
  timeout?: number
  userVerification?: 'required' | 'preferred' | 'discouraged'
  allowCredentials?: { id: string; type: 'public-key'; transports?: string[] }[]
}

/** What answers each challenge. */
export interface Answers {
  confirmSignUp: { code: string }
  resetPassword: { code: string; newPassword: string }
  newPassword: { newPassword: string; attributes: Record<string, string> }
  totpCode: { code: string }
  sentCode: { code: string }
  password: { password: string }
  /** The authenticator's response as JSON text (`PublicKeyCredential.toJSON()`). */
  passkey: { credential: string }
  chooseMethod: { method: Method }
  setUpTotp: { code: string; deviceName: string }
  setUpEmail: { email: string }
  custom: { answer: string }
  trustDevice: { trust: boolean }
}

export type AnswerKind = keyof Answers

/**
 * An answer, and what it is one to: another challenge may have been posed meanwhile. One that came by a
 * link in a mail may be for another tab; where it names somebody, it needs no challenge that waits.
 */
export type Answer = {
  [Kind in AnswerKind]: { kind: Kind; byLink?: true; username?: string } & Answers[Kind]
}[AnswerKind]

/** What a link in a mail can answer. */
export type LinkAnswer = Extract<Answer, { kind: 'confirmSignUp' | 'resetPassword' | 'custom' }>
