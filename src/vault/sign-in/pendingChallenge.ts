import type {
  ChallengeNameType,
  CodeDeliveryDetailsType,
} from '@aws-sdk/client-cognito-identity-provider'
import type { CallCognito } from '#vault/cognito/actions.ts'
import type { DeviceStore } from '#vault/session/deviceStore.ts'
import { VaultError } from '#vault/cognito/vaultError.ts'
import type { ChallengeSnapshot, CodeDelivery } from '#vault/protocol/challenges.ts'
import type { SessionManager } from '#vault/session/sessionManager.ts'
import type { SrpExchange } from '#vault/srp/srpLibrary.ts'
import type { TokenSet } from '#vault/session/tokens.ts'

/** What every step needs to know of the world. */
export interface FlowDeps {
  call: CallCognito
  clientId: string
  /** An SRP exchange, begun ahead where possible. Each serves one sign-in. */
  beginSrp: () => Promise<SrpExchange>
  /** Counts a code asked for. Throws `limitExceeded` where it would be one too many. */
  countCode: (username: string) => void
  /** What this browser is to Cognito. */
  devices: DeviceStore
  withAccessToken: SessionManager['withAccessToken']
  /** Asks this in front of the session that begins next: whoever leaves it unanswered is in all the same. */
  askBeforeSession: (question: PendingChallenge | undefined) => void
  /** After the question. */
  showSession: () => void
}

/** One person on the way in: what Cognito asked last, and what is needed to answer it. */
export interface PendingChallenge<Kind extends ChallengeSnapshot = ChallengeSnapshot> {
  challenge: Kind
  /** Begins a session that outlives the browser. */
  rememberMe: boolean
  /** Until it has been used to sign in after a confirmation; half an hour at the longest. */
  password?: string
  /** What RespondToAuthChallenge wants besides the answer. */
  cognitoChallenge?: CognitoChallenge
  /** The account may exist already; the person must not be able to tell (OWASP Authentication Cheat Sheet). */
  concealed?: true
  /** `Session` of SignUp: with it, ConfirmSignUp gives one that signs in. */
  signUpSession?: string
  /** Whose device it is that may be trusted: `sub`, and the name Cognito knows them by. */
  device?: { userId: string; username: string }
  /** How strong the proof has to be, and how fresh: what InitiateAuth is told besides the name. */
  acrParameters?: Record<string, string>
  /** Begins this step anew, with another session or code. Forgotten with the password it may hold. */
  restart?: () => Promise<Outcome>
  /** Asks for another way to prove who one is, where there is one. */
  tryAnotherMethod?: () => Promise<Outcome>
}

interface CognitoChallenge {
  challengeName: ChallengeNameType
  /** The newest one. */
  session?: string
  /** The name Cognito knows the user by (`USER_ID_FOR_SRP`), which need not be what was typed. */
  username: string
}

/** Who is on the way in, from one step to the next. */
export interface SignInContext extends Pick<
  PendingChallenge,
  'rememberMe' | 'restart' | 'tryAnotherMethod' | 'acrParameters'
> {
  username: string
  cognitoUsername?: string
}

export type PendingChallengeOf<Name extends ChallengeSnapshot['kind']> = PendingChallenge<
  Extract<ChallengeSnapshot, { kind: Name }>
>

/** Where a step led. */
export type Outcome =
  | { kind: 'signedIn'; tokens: TokenSet; rememberMe: boolean }
  /** The session had begun, and is shown by now. */
  | { kind: 'session' }
  | { kind: 'challenge'; pending: PendingChallenge }
  | { kind: 'signIn'; username: string; reason: 'confirmed' | 'passwordReset' | 'interrupted' }

/** Sign-up, reset and verification codes. */
export const codeLength = 6

/** @returns undefined where Cognito did not say, which it does not always. */
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

/** @throws VaultError `challengeExpired` where there is no session to answer with (any more). */
export function cognitoChallengeOf({ cognitoChallenge: found }: PendingChallenge) {
  if (!found) throw new VaultError({ code: 'challengeExpired' })
  return found
}

export function signInContextOf({
  challenge,
  rememberMe,
  cognitoChallenge: found,
  restart,
  tryAnotherMethod,
  acrParameters,
}: PendingChallenge): SignInContext {
  return {
    username: challenge.username,
    rememberMe,
    ...(found && { cognitoUsername: found.username }),
    ...(restart && { restart }),
    ...(tryAnotherMethod && { tryAnotherMethod }),
    ...(acrParameters && { acrParameters }),
  }
}
