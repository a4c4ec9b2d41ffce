import type {
  Answer,
  ChallengeSnapshot,
  CodeDelivery,
  FirstFactor,
  PasskeyOptions,
} from './challenges.ts'
import type { AuthErrorData } from './errors.ts'

/**
 * Commands on the way to a session, and for proving again who one is: checked and carried out in `carryOut.ts`.
 * Name to input and answer, as in `messages.ts`.
 */
export interface SignInCommands {
  /** `custom`: the pool's own functions decide what follows the password (CUSTOM_AUTH). */
  signIn: {
    input: { username: string; password: string; keepSignedIn: boolean; custom?: boolean }
    answer: void
  }
  /**
   * Begins with the name alone (USER_AUTH): Cognito says what it can be proved by, or asks for
   * `preferred` at once where that is possible. CUSTOM_AUTH is left to the pool's own functions.
   */
  identify: {
    input: { username: string; preferred?: FirstFactor; keepSignedIn: boolean }
    answer: void
  }
  signUp: {
    input: { username: string; password?: string; attributes: Record<string, string> }
    answer: void
  }
  forgotPassword: { input: { username: string }; answer: void }
  resendCode: { input: Record<never, never>; answer: CodeDelivery | undefined }
  /** Answers the challenge that waits, if it is still of that kind. */
  answer: { input: Answer; answer: void }
  /** Goes back to the choice of ways, or to where there is one. */
  tryAnotherMethod: { input: Record<never, never>; answer: void }
  /** Asks whether this name has a passkey, before anybody has said that they want to sign in with it. */
  offerPasskey: {
    input: { username: string; keepSignedIn: boolean }
    answer: { options?: PasskeyOptions }
  }
  /** Signs in with the passkey that was offered last. `credential` as in `Answers.passkey`. */
  takePasskey: { input: { credential: string }; answer: void }
  /**
   * Has the person of the session prove by their password that they are still the one who is here. The
   * session goes on with `signedInAt` of now.
   */
  reauthenticate: { input: { password: string }; answer: Reauthentication }
  /**
   * The same without a password, in pools where people begin with the name (USER_AUTH): Cognito says by
   * what they can prove it. With `acrValues` (TARGET_ACR_VALUES) they prove only what is missing for the
   * first level of these they can reach, and nothing when they have, within `maxAgeSeconds` (MAX_AGE).
   * `invalidInput`: they can reach none of them.
   */
  proveAgain: {
    input: { acrValues?: string; maxAgeSeconds: number }
    answer: Reauthentication
  }
  /**
   * Ends every session of this person (GlobalSignOut), and begins this one anew by the password: for
   * pools that keep no account of sessions, and can only end them all.
   */
  signOutElsewhere: { input: { password: string }; answer: Reauthentication }
  /** Answers what was asked for it. */
  answerReauthentication: { input: Answer; answer: Reauthentication }
  /**
   * Begins a sign-in with somebody else's account (Google, a company's own).
   * `provider` is Cognito's name of it, `returnTo` what the page wants to know again afterwards.
   * @returns the address to go to.
   */
  federate: {
    input: {
      /** Of the pool: `https://example.auth.eu-central-1.amazoncognito.com`. */
      domain: string
      scopes: string[]
      provider: string
      redirectUri: string
      keepSignedIn: boolean
      returnTo: string
    }
    answer: { url: string }
  }
  /** Takes what the provider sent the browser back with: the query of the address. */
  finishFederation: {
    input: { query: string }
    answer: { returnTo: string; refused?: AuthErrorData }
  }
}

/** Done, when nothing more is asked. */
export interface Reauthentication {
  challenge?: ChallengeSnapshot
}

export type SignInCommandName = keyof SignInCommands

export type SignInCommand = {
  [Name in SignInCommandName]: { name: Name; input: SignInCommands[Name]['input'] }
}[SignInCommandName]
