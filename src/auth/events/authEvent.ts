import type { ChallengeSnapshot } from '#vault/protocol/challenges.ts'
import type { SignedOutReason } from '#vault/protocol/messages.ts'
import type { AuthErrorCode } from '#auth/errors.ts'

/** What a person wants to get done. */
export type Journey = 'signIn' | 'signUp' | 'passwordReset' | 'reauthentication'

/** How a journey was begun; names in capitals are Cognito's authentication flows. */
export type JourneyStart =
  | 'USER_SRP_AUTH'
  | 'USER_AUTH'
  | 'CUSTOM_AUTH'
  /** A passkey of the list that the browser offers below the field for the name. */
  | 'passkeyAutofill'
  /** At an identity provider, over the pool's domain. */
  | 'federation'
  /** The form of a sign-up or of a forgotten password. */
  | 'form'
  /** A link in an email, in a tab of its own. */
  | 'emailLink'
  /** A code that was asked for before a reload. */
  | 'reload'

/** A step of a journey: its first form, a challenge, or the page of an identity provider. */
export type JourneyStep =
  | 'form'
  | 'federation'
  | 'emailCode'
  | 'smsCode'
  | Exclude<ChallengeSnapshot['kind'], 'sentCode'>

/** Page that a visit began with. `link` is the page of a link in an email, `callback` that of a provider. */
export type OpenedPage =
  | 'signIn'
  | 'signUp'
  | 'passwordReset'
  | 'challenge'
  | 'link'
  | 'callback'
  | 'account'
  | 'other'

/**
 * Something that has happened in this page: names from closed lists and numbers, never anything that a user typed or
 * that Cognito wrote. `docs/events.md` explains each.
 *
 * @example
 * createAuth(spawnVault(), { ...options, events: { onEvent: (event) => console.log(event.name, event.at) } })
 */
export type AuthEvent = EventDetails & {
  /** Milliseconds since the page was opened, by the monotonic clock (`performance.now()`), rounded. */
  at: number
}

/** An event without its time. `ms` is a duration in milliseconds, by the same clock. */
export type EventDetails =
  | { name: 'opened'; page: OpenedPage; status: 'signedOut' | 'challenge' | 'signedIn'; ms: number }
  | { name: 'notStarted'; code: AuthErrorCode }
  | { name: 'shown'; journey: Journey }
  | (JourneyPlace & { name: 'begun'; start: JourneyStart; ms?: number })
  | (JourneyPlace & { name: 'asked' | 'answered' | 'resent' | 'methodChanged'; ms: number })
  | (JourneyPlace & { name: 'refused'; action: JourneyAction; code: AuthErrorCode; ms: number })
  | (JourneyPlace & { name: 'finished'; start: JourneyStart; signedIn: boolean; ms: number })
  | { name: 'finishedElsewhere'; journey: Journey; signedIn: boolean }
  | { name: 'signedInElsewhere' }
  | { name: 'renewed'; ms: number }
  /** `replaced`: another user has signed in, in another tab. */
  | { name: 'ended'; reason: SignedOutReason | 'replaced'; ms: number }

/** What was tried at a step. `return` is the way back from an identity provider. */
export type JourneyAction = 'begin' | 'answer' | 'resend' | 'changeMethod' | 'return'

/** Where in a journey something has happened. */
export interface JourneyPlace {
  journey: Journey
  step: JourneyStep
}

/** Receives each event. What it throws is reported in the console and stops nothing. */
export type OnEvent = (event: AuthEvent) => void

/** Receivers of the events. Without one there are none, and no code for them is loaded. */
export interface EventReceivers {
  /** Address that batches of events are sent to: `events.endpoint` of the config. */
  endpoint?: string
  onEvent?: OnEvent
}
