import { expect, it } from 'vitest'
import type { Snapshot } from '#vault/protocol/messages.ts'
import type { EventDetails } from './authEvent.ts'
import type { JourneyCommand } from './journeyCommand.ts'
import { createJourneyEvents } from './journeyEvents.ts'

const begin: JourneyCommand = {
  action: 'begin',
  journey: 'signIn',
  start: 'USER_SRP_AUTH',
  step: 'form',
}
const stepUp: JourneyCommand = { ...begin, journey: 'reauthentication', start: 'USER_AUTH' }
const answer: JourneyCommand = { action: 'answer', isReauthentication: false }
const totpCode = { kind: 'totpCode', username: 'ada', hasAlternatives: false } as const

function open() {
  const emitted: EventDetails[] = []
  let snapshot: Snapshot = { status: 'signedOut' }
  const clock = { now: () => 0, since: () => 0 }
  const events = createJourneyEvents(
    (event) => emitted.push(event),
    clock,
    () => snapshot,
  )
  const show = (next: Snapshot) => {
    snapshot = next
  }
  const names = () => emitted.map(({ name }) => name)
  return { events, emitted, names, show }
}

it('says nothing about a command to which no journey is open', () => {
  const { events, emitted } = open()
  events.send(1, answer)
  events.send(2, { action: 'answer', isReauthentication: true })
  events.reply({ kind: 'answer', id: 1, answer: undefined })
  events.reply({ kind: 'error', id: 2, error: { code: 'nothingToAnswer' } })
  expect(emitted).toEqual([])
})

it('follows a re-authentication beside the session, with its challenge in the answer', () => {
  const { events, names, emitted } = open()
  events.send(1, stepUp)
  expect(events.isUnderWay('reauthentication')).toBe(true)
  expect(events.isUnderWay('entry')).toBe(false)
  events.reply({ kind: 'answer', id: 1, answer: { challenge: totpCode } })
  events.send(2, { action: 'answer', isReauthentication: true })
  events.reply({ kind: 'answer', id: 2, answer: {} })
  expect(names()).toEqual(['begun', 'asked', 'answered', 'finished'])
  expect(emitted[3]).toMatchObject({ journey: 'reauthentication', step: 'totpCode' })
  // It is over: a further answer belongs to nothing.
  events.send(3, { action: 'answer', isReauthentication: true })
  expect(names()).toHaveLength(4)
})

it('tells a refusal that leads to a challenge from one that does not', () => {
  const { events, names, show } = open()
  events.send(1, begin)
  show({ status: 'challenge', challenge: totpCode })
  events.reply({ kind: 'error', id: 1, error: { code: 'startedAgain' } })
  events.send(2, answer)
  events.reply({ kind: 'error', id: 2, error: { code: 'codeMismatch' } })
  expect(names()).toEqual(['begun', 'refused', 'asked', 'answered', 'refused'])
})

it.each([
  ['confirmed', ['finishedElsewhere']],
  ['passwordReset', ['finishedElsewhere']],
  ['idle', []],
] as const)('ends the open journey when another tab comes to %s', (reason, expected) => {
  const { events, names } = open()
  events.resume(totpCode, 0)
  events.followOtherTab({ status: 'signedOut', reason })
  expect(names()).toEqual(['asked', ...expected])
  events.send(1, answer)
  expect(names()).toHaveLength(1 + expected.length)
})
