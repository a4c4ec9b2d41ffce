/** Where a code was sent, masked by Cognito (`a***@e***`). */
export interface CodeDelivery {
  destination: string
  medium: 'EMAIL' | 'SMS'
}

/** Authentication method, by Cognito's name: first and second factors alike. */
export type Method =
  | 'PASSWORD'
  | 'EMAIL_OTP'
  | 'SMS_OTP'
  | 'WEB_AUTHN'
  | 'SMS_MFA'
  | 'SOFTWARE_TOKEN_MFA'

/** Method that a sign-in can start with (PREFERRED_CHALLENGE), or the flow CUSTOM_AUTH. */
export type FirstFactor = 'PASSWORD' | 'EMAIL_OTP' | 'SMS_OTP' | 'WEB_AUTHN' | 'CUSTOM_AUTH'

/** Common to all challenges. */
interface ChallengeBase {
  /** As the user typed it. */
  username: string
}

/** Common to the challenges of a sign-in that has started. */
interface SignInStep extends ChallengeBase {
  /** Whether the user can choose another method. */
  hasAlternatives: boolean
}

/** A challenge as it crosses to the page: `Challenge` of `#auth/state.ts` without its functions. */
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
  /** PASSWORD or PASSWORD_SRP, chosen in USER_AUTH. */
  | (SignInStep & { kind: 'password' })
  /** WEB_AUTHN. `options` is CREDENTIAL_REQUEST_OPTIONS, parsed. */
  | (SignInStep & { kind: 'passkey'; options: PasskeyOptions })
  /** SELECT_CHALLENGE or SELECT_MFA_TYPE; with `setUp`, MFA_SETUP with several factors. */
  | (ChallengeBase & { kind: 'chooseMethod'; methods: Method[]; setUp: boolean })
  /** MFA_SETUP of an authenticator app. `secret` is base32. */
  | (SignInStep & { kind: 'setUpTotp'; secret: string })
  /** MFA_SETUP of an email address. */
  | (SignInStep & { kind: 'setUpEmail' })
  /** CUSTOM_CHALLENGE, with the public parameters of the pool's CreateAuthChallenge trigger. */
  | (ChallengeBase & { kind: 'custom'; parameters: Record<string, string> })
  /** The pool remembers a device only if the user agrees (DeviceOnlyRememberedOnUserPrompt). */
  | (ChallengeBase & { kind: 'trustDevice' })
  /** A challenge that the page has no form for. */
  | (ChallengeBase & { kind: 'unsupported'; challengeName: string })

/** https://www.w3.org/TR/webauthn-3/#dictdef-publickeycredentialrequestoptionsjson */
export interface PasskeyOptions {
  challenge: string
  rpId?: string
  timeout?: number
  userVerification?: 'required' | 'preferred' | 'discouraged'
  allowCredentials?: { id: string; type: 'public-key'; transports?: string[] }[]
}

/** Answer to each kind of challenge. */
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
 * An answer with the kind of challenge it is for: another challenge may be pending by the time it arrives. One
 * that came by a link in an email (`byLink`) may be for another tab; with a `username`, it needs no pending
 * challenge.
 */
export type Answer = {
  [Kind in AnswerKind]: { kind: Kind; byLink?: true; username?: string } & Answers[Kind]
}[AnswerKind]

/** An answer that a link in an email can carry. */
export type LinkAnswer = Extract<Answer, { kind: 'confirmSignUp' | 'resetPassword' | 'custom' }>
