import { expect, it } from 'vitest'
import type { CommandMessage } from '#vault/protocol/commands.ts'
import { journeyCommand, stepOf } from './journeyCommand.ts'

const ada = { username: 'ada@example.com', rememberMe: false }
const reset = { kind: 'resetPassword', code: '123456', newPassword: 'Correct-Horse-2' } as const
const confirm = { kind: 'confirmSignUp', code: '123456' } as const

const begins = (journey: string, start: string, step = 'form') => ({
  action: 'begin',
  journey,
  start,
  step,
})

it.each<[Omit<CommandMessage, 'id'>, object | undefined]>([
  [
    { name: 'signIn', input: { ...ada, password: 'a', custom: true } },
    begins('signIn', 'CUSTOM_AUTH'),
  ],
  [{ name: 'signIn', input: { ...ada, password: 'a' } }, begins('signIn', 'USER_SRP_AUTH')],
  [
    { name: 'startUserAuth', input: { ...ada, preferred: 'CUSTOM_AUTH' } },
    begins('signIn', 'CUSTOM_AUTH'),
  ],
  [{ name: 'startUserAuth', input: ada }, begins('signIn', 'USER_AUTH')],
  [{ name: 'stepUp', input: { maxAgeSeconds: 60 } }, begins('reauthentication', 'USER_AUTH')],
  [
    { name: 'answerReauthentication', input: { kind: 'totpCode', code: '123456' } },
    { action: 'answer', isReauthentication: true },
  ],
  [
    { name: 'answerChallenge', input: { kind: 'totpCode', code: '123456' } },
    { action: 'answer', isReauthentication: false },
  ],
  // A link in an email begins a journey, in a browser that may not have asked for it.
  [
    { name: 'answerChallenge', input: { ...reset, byLink: true } },
    begins('passwordReset', 'emailLink', 'resetPassword'),
  ],
  [
    { name: 'answerChallenge', input: { ...confirm, byLink: true } },
    begins('signUp', 'emailLink', 'confirmSignUp'),
  ],
  [
    { name: 'answerChallenge', input: { kind: 'custom', answer: 'a', byLink: true } },
    begins('signIn', 'emailLink', 'custom'),
  ],
  [{ name: 'networkRestored', input: {} }, undefined],
])('reads the journey from %j', (command, expected) => {
  expect(journeyCommand({ id: 1, ...command } as CommandMessage)).toEqual(expected)
})

it.each([
  [{ kind: 'sentCode', medium: 'SMS' } as const, 'smsCode'],
  [{ kind: 'sentCode', medium: 'EMAIL' } as const, 'emailCode'],
  [{ kind: 'totpCode' } as const, 'totpCode'],
])('names the step of %j', (challenge, step) => {
  expect(stepOf(challenge)).toBe(step)
})
