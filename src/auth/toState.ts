import type { Answer, AnswerKind, Answers, ChallengeSnapshot } from '#vault/protocol/challenges.ts'
import type {
  AccountCommand,
  AccountCommandName,
  AccountCommands,
} from '#vault/protocol/commands.ts'
import type { SessionClaims, Snapshot } from '#vault/protocol/messages.ts'
import type { SendCommand } from './commandSender.ts'
import { fetchApi } from './fetchApi.ts'
import type { AuthState, Challenge, Session } from './state.ts'

/** Attaches commands to a snapshot: each state exposes only the calls that are valid in it. */
export function toState(snapshot: Snapshot, send: SendCommand): AuthState {
  switch (snapshot.status) {
    case 'signedOut':
      return snapshot
    case 'challenge':
      return { status: 'challenge', challenge: toChallenge(snapshot.challenge, send) }
    case 'signedIn':
      return { ...snapshot, session: toSession(snapshot.session, send) }
  }
}

function toChallenge(challenge: ChallengeSnapshot, send: SendCommand): Challenge {
  if (challenge.kind === 'unsupported') return challenge
  const { kind } = challenge
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- TypeScript cannot see that a kind and its own answer make one member of the union
  const withKind = (answer: Answers[AnswerKind]) => ({ kind, ...answer }) as Answer
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `Challenge` hides the functions that a kind does not have
  return {
    ...challenge,
    answer: (answer: Answers[AnswerKind]) => send('answerChallenge', withKind(answer)),
    resend: () => send('resendCode', {}),
    tryAnotherMethod: () => send('tryAnotherMethod', {}),
  } as Challenge
}

function toSession(claims: SessionClaims, send: SendCommand): Session {
  const { userId } = claims
  const account = <Name extends AccountCommandName>(
    name: Name,
    input: AccountCommands[Name]['input'],
  ) =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- name and input are of one member of the union, and the answer is that of the name
    send('account', { userId, command: { name, input } as AccountCommand }) as Promise<
      AccountCommands[Name]['answer']
    >
  return {
    ...claims,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the answer is that of the action
    callCognito: (action, input) => account('callCognito', { action, input }) as Promise<never>,
    claims: () => account('claims', {}),
    renewTokens: () => account('renewTokens', {}),
    forgetDevice: (key) => account('forgetDevice', { key }),
    setMfaPreference: (change) => account('setMfaPreference', change),
    deleteUser: () => account('deleteUser', {}),
    fetch: (input, init) =>
      fetchApi(
        {
          send: (request) => account('fetch', request),
          abort: (id) => account('abortFetch', { id }),
        },
        input,
        init,
      ),
    reauthenticate: (password) => send('reauthenticate', { password }),
    stepUp: (input) => send('stepUp', input),
    answerReauthentication: (answer) => send('answerReauthentication', answer),
    signOutElsewhere: (password) => send('signOutElsewhere', { password }),
    signOutEverywhere: () => account('signOutEverywhere', {}),
    check: (active) => send('checkSession', { active }),
    signOut: () => send('signOut', {}),
  }
}
