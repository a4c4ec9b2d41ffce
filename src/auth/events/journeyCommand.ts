import type { ChallengeSnapshot, CodeDelivery } from '#vault/protocol/challenges.ts'
import type { CommandMessage } from '#vault/protocol/commands.ts'
import type { Journey, JourneyAction, JourneyStart, JourneyStep } from './authEvent.ts'

/** A command of a journey: the first one, which begins it, or one at a later step. */
export type JourneyCommand =
  | FirstCommand
  | { action: Exclude<JourneyAction, 'begin' | 'return'>; isReauthentication: boolean }

export interface FirstCommand {
  action: 'begin' | 'return'
  journey: Journey
  start: JourneyStart
  step: JourneyStep
}

/** @returns undefined for a command that belongs to no journey. Reads no input that a user has typed. */
export function journeyCommand(message: CommandMessage): JourneyCommand | undefined {
  switch (message.name) {
    case 'signIn':
      return begin('signIn', message.input.custom ? 'CUSTOM_AUTH' : 'USER_SRP_AUTH')
    case 'startUserAuth':
      return begin(
        'signIn',
        message.input.preferred === 'CUSTOM_AUTH' ? 'CUSTOM_AUTH' : 'USER_AUTH',
      )
    case 'signInWithOfferedPasskey':
      return begin('signIn', 'passkeyAutofill')
    case 'startFederatedSignIn':
      return begin('signIn', 'federation')
    case 'finishFederatedSignIn':
      return { ...begin('signIn', 'federation', 'federation'), action: 'return' }
    case 'signUp':
      return begin('signUp', 'form')
    case 'forgotPassword':
      return begin('passwordReset', 'form')
    case 'reauthenticate':
    case 'signOutElsewhere':
      return begin('reauthentication', 'USER_SRP_AUTH')
    case 'stepUp':
      return begin('reauthentication', 'USER_AUTH')
    case 'answerReauthentication':
      return { action: 'answer', isReauthentication: true }
    case 'answerChallenge':
      return message.input.byLink
        ? begin(journeyWith(message.input.kind), 'emailLink', stepOf(message.input))
        : { action: 'answer', isReauthentication: false }
    case 'resendCode':
      return { action: 'resend', isReauthentication: false }
    case 'tryAnotherMethod':
      return { action: 'changeMethod', isReauthentication: false }
    default:
      return undefined
  }
}

function begin(journey: Journey, start: JourneyStart, step: JourneyStep = 'form'): FirstCommand {
  return { action: 'begin', journey, start, step }
}

/** Journey that a challenge is a step of, where nothing else tells. */
export function journeyWith(kind: ChallengeSnapshot['kind']): Journey {
  if (kind === 'confirmSignUp') return 'signUp'
  return kind === 'resetPassword' ? 'passwordReset' : 'signIn'
}

/** Names the step of a challenge. */
export function stepOf({ kind, medium }: ChallengeKind): JourneyStep {
  if (kind !== 'sentCode') return kind
  return medium === 'SMS' ? 'smsCode' : 'emailCode'
}

interface ChallengeKind {
  kind: ChallengeSnapshot['kind']
  medium?: CodeDelivery['medium']
}
