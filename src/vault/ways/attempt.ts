import type {
  ChallengeNameType,
  CodeDeliveryDetailsType,
} from '@aws-sdk/client-cognito-identity-provider'
import type { CallCognito } from '#vault/wire/actions.ts'
import type { DeviceStore } from '#vault/devices/deviceStore.ts'
import { VaultError } from '#vault/wire/errors.ts'
import type { ChallengeSnapshot, CodeDelivery } from '#vault/messages.ts'
import type { SessionKeeper } from '#vault/session/sessionKeeper.ts'
import type { SrpExchange } from '#vault/srp/srpLibrary.ts'
import type { TokenSet } from '#vault/session/tokens.ts'

/** What every step needs to know of the world. */
export interface Steps {
  call: CallCognito
  clientId: string
  /** An SRP exchange, begun ahead where possible. Each serves one sign-in. */
  beginSrp: () => Promise<SrpExchange>
  /** Counts a code asked for. Throws `limitExceeded` where it would be one too many. */
  countSend: (username: string) => void
  /** What this browser is to Cognito. */
  devices: DeviceStore
  withAccessToken: SessionKeeper['withAccessToken']
  /** Asks this in front of the session that begins next: whoever leaves it unanswered is in all the same. */
  ask: (question: Attempt | undefined) => void
  /** After the question. */
  showSession: () => void
}

/** One person on the way in: what Cognito asked last, and what is needed to answer it. */
export interface Attempt<Kind extends ChallengeSnapshot = ChallengeSnapshot> {
  challenge: Kind
  /** Begins a session that outlives the browser. */
  keep: boolean
  /** Until it has been used to sign in after a confirmation; half an hour at the longest. */
  password?: string
  /** What RespondToAuthChallenge wants besides the answer. */
  respond?: Respond
  /** The account may exist already; the person must not be able to tell (OWASP Authentication Cheat Sheet). */
  veiled?: true
  /** `Session` of SignUp: with it, ConfirmSignUp gives one that signs in. */
  signUpSession?: string
  /** Whose device it is that may be trusted: `sub`, and the name Cognito knows them by. */
  device?: { userId: string; username: string }
  /** How strong the proof has to be, and how fresh: what InitiateAuth is told besides the name. */
  proof?: Record<string, string>
  /** Begins this step anew, with another session or code. Forgotten with the password it may hold. */
  again?: () => Promise<Outcome>
  /** Asks for another way to prove who one is, where there is one. */
  otherWay?: () => Promise<Outcome>
}

interface Respond {
  challengeName: ChallengeNameType
  /** The newest one. */
  session?: string
  /** The name Cognito knows the user by (`USER_ID_FOR_SRP`), which need not be what was typed. */
  username: string
}

/** Who is on the way in, from one step to the next. */
export interface Traveller extends Pick<Attempt, 'keep' | 'again' | 'otherWay' | 'proof'> {
  username: string
  cognitoUsername?: string
}

export type AttemptOf<Name extends ChallengeSnapshot['kind']> = Attempt<
  Extract<ChallengeSnapshot, { kind: Name }>
>

/** Where a step led. */
export type Outcome =
  | { to: 'signedIn'; tokens: TokenSet; keep: boolean }
  /** The session had begun, and is shown by now. */
  | { to: 'session' }
  | { to: 'challenge'; attempt: Attempt }
  | { to: 'signIn'; username: string; reason: 'confirmed' | 'passwordReset' | 'interrupted' }

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

export function isOfKind<Kind extends ChallengeSnapshot['kind']>(
  attempt: Attempt,
  kind: Kind,
): attempt is AttemptOf<Kind> {
  return attempt.challenge.kind === kind
}

/** @throws VaultError `challengeExpired` where there is no session to answer with (any more). */
export function respondable({ respond: found }: Attempt) {
  if (!found) throw new VaultError({ code: 'challengeExpired' })
  return found
}

export function travellerOf({
  challenge,
  keep,
  respond: found,
  again,
  otherWay,
  proof,
}: Attempt): Traveller {
  return {
    username: challenge.username,
    keep,
    ...(found && { cognitoUsername: found.username }),
    ...(again && { again }),
    ...(otherWay && { otherWay }),
    ...(proof && { proof }),
  }
}
