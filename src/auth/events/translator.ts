import type { CommandMessage } from '#vault/protocol/commands.ts'
import type { Reply, Snapshot } from '#vault/protocol/messages.ts'
import type { EventDetails, OnEvent, OpenedPage } from './authEvent.ts'
import { journeyCommand } from './journeyCommand.ts'
import { createJourneyEvents, type CommandReply } from './journeyEvents.ts'
import { formOn, openedPage } from './openedPage.ts'
import { createSessionEvents } from './sessionEvents.ts'

/**
 * Receives each message between page and vault.
 *
 * @param at time of the message, by `performance.now()`.
 * @param pathname path of the page at that time.
 */
export type Translator = (message: CommandMessage | Reply, at: number, pathname: string) => void

/**
 * Turns the messages between page and vault into events. It copies names of closed lists and measures times; inputs,
 * answers and claims are never passed on.
 */
export function createTranslator(onEvent: OnEvent): Translator {
  let now = 0
  let snapshot: Snapshot = { status: 'signedOut' }
  /** The command `start`, until it is answered. */
  let opening: { id: number; at: number; page: OpenedPage } | undefined

  const emit = (details: EventDetails) => onEvent({ ...details, at: Math.round(now) })
  const clock = { now: () => now, since: (time: number) => Math.round(now - time) }
  const journeys = createJourneyEvents(emit, clock, () => snapshot)
  const readSession = createSessionEvents(emit, clock)

  function readCommand(message: CommandMessage, pathname: string) {
    const page = openedPage(pathname)
    if (message.name === 'start') opening = { id: message.id, at: now, page }
    // Sent when a form gets the focus, also by a navigation to it.
    if (message.name === 'prepareSignIn') journeys.show(formOn(page))
    const command = journeyCommand(message)
    if (command) journeys.send(message.id, command)
  }

  function readSnapshot(next: Snapshot) {
    const before = snapshot
    snapshot = next
    if (readSession(before, next, journeys.isUnderWay('reauthentication'))) return
    if (before.status === 'signedIn') journeys.endSession()
    const isOwn = opening !== undefined || journeys.isUnderWay('entry')
    if (!isOwn && next.status !== 'challenge') journeys.followOtherTab(next)
  }

  function readReply(reply: CommandReply) {
    if (opening?.id !== reply.id) return journeys.reply(reply)
    const { page, at } = opening
    opening = undefined
    if (reply.kind === 'error') return emit({ name: 'notStarted', code: reply.error.code })
    emit({ name: 'opened', page, status: snapshot.status, ms: clock.since(at) })
    if (snapshot.status === 'signedOut') journeys.show(formOn(page))
    if (snapshot.status === 'challenge') journeys.resume(snapshot.challenge, at)
  }

  return (message, at, pathname) => {
    now = at
    if (!('kind' in message)) readCommand(message, pathname)
    else if (message.kind === 'snapshot') readSnapshot(message.snapshot)
    else if (message.kind !== 'failed') readReply(message)
    else if (opening) {
      opening = undefined
      emit({ name: 'notStarted', code: 'network' })
    }
  }
}
