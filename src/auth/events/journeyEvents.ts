import type { AuthErrorCode } from '#auth/errors.ts'
import type { ChallengeSnapshot } from '#vault/protocol/challenges.ts'
import type { AuthErrorData } from '#vault/protocol/errors.ts'
import type { Reply, Snapshot } from '#vault/protocol/messages.ts'
import type {
  EventDetails,
  Journey,
  JourneyAction,
  JourneyPlace,
  JourneyStart,
  JourneyStep,
} from './authEvent.ts'
import { journeyWith, stepOf, type FirstCommand, type JourneyCommand } from './journeyCommand.ts'
import type { EventClock } from './sessionEvents.ts'

interface OpenJourney extends JourneyPlace {
  start: JourneyStart
  begunAt: number
  /** When this step was asked for, or refused. */
  stepAt: number
}

/** A command that has not been answered yet. */
interface SentCommand {
  action: JourneyAction
  open: OpenJourney
  at: number
  before: Snapshot
}

export type CommandReply = Extract<Reply, { id: number }>

/** Follows each journey from its form to its end. */
export interface JourneyEvents {
  /** A form has the focus, or is the first page. */
  show: (journey: Journey | undefined) => void
  send: (id: number, command: JourneyCommand) => void
  reply: (reply: CommandReply) => void
  /** Goes on with the challenge of a page that was reloaded. */
  resume: (challenge: ChallengeSnapshot, loadedAt: number) => void
  /** Whether the vault has not answered a command of such a journey. */
  isUnderWay: (of: 'reauthentication' | 'entry') => boolean
  /** The state has changed, and no command of this page has led to it. */
  followOtherTab: (next: Exclude<Snapshot, { status: 'challenge' }>) => void
  endSession: () => void
}

/** A re-authentication goes on beside the session. All other journeys lead to one, so one is open at a time. */
const isReauthentication = ({ journey }: JourneyPlace) => journey === 'reauthentication'

/** @param snapshot returns the state that the vault has published last. */
export function createJourneyEvents(
  emit: (details: EventDetails) => void,
  { now, since }: EventClock,
  snapshot: () => Snapshot,
): JourneyEvents {
  let entry: OpenJourney | undefined
  let reauthentication: OpenJourney | undefined
  const sent = new Map<number, SentCommand>()
  const shownAt = new Map<Journey, number>()

  function setOpen(journey: OpenJourney, isOver = false) {
    if (isReauthentication(journey)) reauthentication = isOver ? undefined : journey
    else entry = isOver ? undefined : journey
  }

  const openOf = (command: { isReauthentication: boolean }) =>
    command.isReauthentication ? reauthentication : entry

  function begin({ journey, start, step, action }: FirstCommand): OpenJourney {
    const shown = shownAt.get(journey)
    const ms = shown === undefined ? {} : { ms: since(shown) }
    if (action === 'begin') emit({ name: 'begun', journey, step, start, ...ms })
    return { journey, step, start, begunAt: now(), stepAt: now() }
  }

  function ask({ open, at }: Pick<SentCommand, 'open' | 'at'>, step: JourneyStep) {
    Object.assign(open, { step, stepAt: now() })
    setOpen(open)
    emit({ name: 'asked', ...placeOf(open), ms: since(at) })
  }

  function refuse(command: SentCommand, code: AuthErrorCode) {
    const { open, action, at } = command
    emit({ name: 'refused', ...placeOf(open), action, code, ms: since(at) })
    open.stepAt = now()
    if (action === 'begin') shownAt.set(open.journey, now())
    // Some refusals lead to a new challenge: `startedAgain`, `deviceForgotten`.
    const challenge = newChallenge(command)
    if (challenge) ask(command, stepOf(challenge))
  }

  function finish({ open }: SentCommand) {
    const { start, begunAt } = open
    const signedIn = snapshot().status === 'signedIn'
    emit({ name: 'finished', ...placeOf(open), start, signedIn, ms: since(begunAt) })
    setOpen(open, true)
    shownAt.clear()
  }

  function succeed(command: SentCommand, answer: unknown) {
    const { open, action, at } = command
    // The vault's handlers are typed by `Commands`; these are the members of their answers.
    const { challenge = newChallenge(command), refused, url } = (answer ?? {}) as AnswerMembers
    if (refused) return refuse(command, refused.code)
    if (action === 'resend') return emit({ name: 'resent', ...placeOf(open), ms: since(at) })
    if (action === 'changeMethod') emit({ name: 'methodChanged', ...placeOf(open), ms: since(at) })
    if (challenge) return ask(command, stepOf(challenge))
    return url === undefined ? finish(command) : ask(command, 'federation')
  }

  /** None after a re-authentication, and where another tab has answered a link in an email. */
  function newChallenge({ open, before }: SentCommand): ChallengeSnapshot | undefined {
    const state = snapshot()
    if (state === before || state.status !== 'challenge' || isReauthentication(open))
      return undefined
    return state.challenge
  }

  return {
    show(journey) {
      if (!journey || shownAt.has(journey)) return
      shownAt.set(journey, now())
      emit({ name: 'shown', journey })
    },
    send(id, command) {
      const pending = 'journey' in command ? begin(command) : openOf(command)
      // Nothing is open: the vault refuses the command as well.
      if (!pending) return
      const { action } = command
      if (action === 'answer') {
        emit({ name: 'answered', ...placeOf(pending), ms: since(pending.stepAt) })
      }
      sent.set(id, { action, open: pending, at: now(), before: snapshot() })
    },
    reply(reply) {
      const command = sent.get(reply.id)
      sent.delete(reply.id)
      if (!command) return
      if (reply.kind === 'error') refuse(command, reply.error.code)
      else succeed(command, reply.answer)
    },
    resume(challenge, at) {
      const step = stepOf(challenge)
      const journey = journeyWith(challenge.kind)
      ask({ open: { journey, step, start: 'reload', begunAt: at, stepAt: at }, at }, step)
    },
    isUnderWay: (of) =>
      [...sent.values()].some(({ open }) => isReauthentication(open) === (of !== 'entry')),
    followOtherTab(next) {
      const signedIn = next.status === 'signedIn'
      const isReady = next.status === 'signedOut' && isAccountReady(next.reason)
      if (entry && (signedIn || isReady)) {
        emit({ name: 'finishedElsewhere', journey: entry.journey, signedIn })
      } else if (signedIn) emit({ name: 'signedInElsewhere' })
      entry = undefined
    },
    endSession() {
      reauthentication = undefined
      shownAt.clear()
    },
  }
}

/** Members of the answers to commands of a journey; each answer has some of them or none. */
interface AnswerMembers {
  challenge?: ChallengeSnapshot
  refused?: AuthErrorData
  url?: string
}

const placeOf = ({ journey, step }: JourneyPlace): JourneyPlace => ({ journey, step })

const isAccountReady = (reason: string | undefined) =>
  reason === 'confirmed' || reason === 'passwordReset'
