import type {
  ChallengeNameType,
  CodeDeliveryDetailsType,
} from '@aws-sdk/client-cognito-identity-provider'
import { VaultError } from '#vault/cognito/vaultError.ts'
import type { ChallengeSnapshot, CodeDelivery, Method } from '#vault/protocol/challenges.ts'
import type { SignedOutReason } from '#vault/protocol/messages.ts'
import type { TokenSet } from '#vault/session/tokens.ts'

/** A challenge that waits for an answer, with everything the vault needs to submit one. */
export interface PendingChallenge<Snapshot extends ChallengeSnapshot = ChallengeSnapshot> {
  challenge: Snapshot
  /** Whether the session that follows outlives the browser. */
  rememberMe: boolean
  /** For the sign-in after a confirmation. Kept until then, or for 30 minutes. */
  password?: string
  /** Parameters of RespondToAuthChallenge besides the answer. */
  cognitoChallenge?: CognitoChallenge
  /**
   * The user must not learn whether the account existed before (OWASP Authentication Cheat Sheet).
   * https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html
   */
  concealed?: true
  /**
   * Made up for a link in an email, in a browser that did not ask for it. The code confirms, but does not sign in:
   * a link may be sent to somebody else, who would then be signed in to the sender's account (login CSRF,
   * https://datatracker.ietf.org/doc/html/rfc6749#section-10.12).
   */
  fromLink?: true
  /** Owner of the device in a `trustDevice` challenge. */
  deviceOwner?: { userId: string; cognitoUsername: string }
  /** TARGET_ACR_VALUES and MAX_AGE for InitiateAuth: how strong and how recent the proof must be. */
  acrParameters?: Record<string, string>
  /** Of a re-authentication: the levels, separated by spaces, of which its tokens must have one. */
  requiredAcr?: string
  /** Repeats this step with a new session or code. Removed with the password that it may hold. */
  restart?: () => Promise<Outcome>
  /** Offers the user's other methods, where there are any. */
  tryAnotherMethod?: () => Promise<Outcome>
}

export type PendingChallengeOf<Kind extends ChallengeSnapshot['kind']> = PendingChallenge<
  Extract<ChallengeSnapshot, { kind: Kind }>
>

interface CognitoChallenge {
  challengeName: ChallengeNameType
  /** The newest `Session` that Cognito returned. */
  session: string | undefined
  /** `USER_ID_FOR_SRP`. It can differ from the username that was typed. */
  cognitoUsername: string
}

/** Data of one sign-in that every step of it carries on. */
export interface SignInContext extends Pick<
  PendingChallenge,
  'rememberMe' | 'restart' | 'tryAnotherMethod' | 'acrParameters'
> {
  /** As the user typed it. */
  username: string
  cognitoUsername?: string
}

/** Result of a step of a sign-in. `applyOutcome` carries it out. */
export type Outcome =
  | {
      kind: 'signedIn'
      tokens: TokenSet
      rememberMe: boolean
      /** See `SessionRecord`. */
      domain?: string
    }
  /** The session began before this step; it only has to be shown. */
  | { kind: 'alreadySignedIn' }
  | { kind: 'challenge'; pending: PendingChallenge }
  | {
      kind: 'signedOut'
      username: string
      reason: Extract<SignedOutReason, 'confirmed' | 'passwordReset' | 'interrupted'>
    }

/** Number of digits of confirmation and reset codes. */
export const codeLength = 6

/** @returns undefined where Cognito does not say where it sent the code, which happens. */
export function deliveryFrom(details?: CodeDeliveryDetailsType): CodeDelivery | undefined {
  const { Destination: destination, DeliveryMedium: medium } = details ?? {}
  return destination && medium ? { destination, medium } : undefined
}

export function withDelivery<Challenge extends object>(
  challenge: Challenge,
  delivery: CodeDelivery | undefined,
): Challenge & { delivery?: CodeDelivery } {
  return delivery ? { ...challenge, delivery } : challenge
}

export function isChallengeOfKind<Kind extends ChallengeSnapshot['kind']>(
  pending: PendingChallenge,
  kind: Kind,
): pending is PendingChallengeOf<Kind> {
  return pending.challenge.kind === kind
}

/** @throws VaultError `challengeExpired` where there is no Cognito session to answer with. */
export function cognitoChallengeOf({ cognitoChallenge }: PendingChallenge): CognitoChallenge {
  if (!cognitoChallenge) throw new VaultError({ code: 'challengeExpired' })
  return cognitoChallenge
}

export function signInContextOf({
  challenge: { username },
  rememberMe,
  cognitoChallenge,
  restart,
  tryAnotherMethod,
  acrParameters,
}: PendingChallenge): SignInContext {
  return {
    username,
    rememberMe,
    ...(cognitoChallenge && { cognitoUsername: cognitoChallenge.cognitoUsername }),
    ...(restart && { restart }),
    ...(tryAnotherMethod && { tryAnotherMethod }),
    ...(acrParameters && { acrParameters }),
  }
}

/** Restarts the sign-in and makes the same choice of a method, so that the user is at the same step. */
export async function restartAndChoose(
  restart: () => Promise<Outcome>,
  method: Method,
  choose: (pending: PendingChallengeOf<'chooseMethod'>) => Promise<Outcome>,
): Promise<Outcome> {
  const outcome = await restart()
  if (outcome.kind !== 'challenge') return outcome
  const { pending } = outcome
  const { challenge } = pending
  if (challenge.kind !== 'chooseMethod' || !challenge.methods.includes(method)) return outcome
  return choose({ ...pending, challenge })
}
