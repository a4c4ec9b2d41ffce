import type { SignInCommands, SignInCommandName, LinkAnswer } from '#vault/protocol/messages.ts'
import type { AuthState } from './state.ts'

/** The one object that knows where this browser stands with Cognito, and the ways to change that. */
export interface Auth {
  getState: () => AuthState
  /** @returns what unsubscribes. */
  subscribe: (listener: () => void) => () => void
  /** Settles when the session of this browser has been restored, or found absent. */
  restored: Promise<void>
  /** Computes ahead what a sign-in needs, so that pressing the button is quick. */
  prepareSignIn: () => void
  signIn: (input: SignInCommands['signIn']['input']) => Promise<void>
  /** Begins with the name alone; leads to a challenge, or to the choice of one. */
  identify: (input: SignInCommands['identify']['input']) => Promise<void>
  /** Leads to the challenge `confirmSignUp`, or straight in where the pool confirms by itself. */
  signUp: (input: SignInCommands['signUp']['input']) => Promise<void>
  /**
   * Answers with what a link in a mail brought along: in the tab that waits for it, if one does, else
   * here. With a `username`, nothing needs to wait for it.
   */
  answerLink: (answer: LinkAnswer) => Promise<void>
  /** One of the commands in `LateCommands`. */
  later: <Name extends SignInCommandName>(
    name: Name,
    input: SignInCommands[Name]['input'],
  ) => Promise<SignInCommands[Name]['answer']>
  /** Leads to the challenge `resetPassword`, whether the account exists or not. */
  forgotPassword: (username: string) => Promise<void>
}
