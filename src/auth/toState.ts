import type {
  Answer,
  AnswerKind,
  Answers,
  ChallengeSnapshot,
  AccountCommand,
  Snapshot,
} from '#vault/protocol/messages.ts'
import type { CommandSender } from './commandSender.ts'
import { AuthError } from './errors.ts'
import type { AuthState, Challenge, Session } from './state.ts'

/** Gives a snapshot its hands: each state carries just what can be done in it. */
export function toState(snapshot: Snapshot, give: CommandSender): AuthState {
  switch (snapshot.status) {
    case 'signedOut':
      return snapshot
    case 'challenge':
      return { status: 'challenge', challenge: toChallenge(snapshot.challenge, give) }
    case 'signedIn': {
      const { userId } = snapshot.session
      const own: Session['own'] = (name, input) =>
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- name and input are of one member of the union
        give.send('own', { userId, request: { name, input } as AccountCommand })
      return {
        status: 'signedIn',
        session: {
          ...snapshot.session,
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the answer is that of the action
          act: (action, input) => own('act', { action, input }) as Promise<never>,
          own,
          fetch: (input, init) =>
            import('./fetchApi.ts').then(
              ({ fetchApi }) => fetchApi(own, input, init),
              () => {
                throw new AuthError({ code: 'network' })
              },
            ),
          reauthenticate: (password) => give.later('reauthenticate', { password }),
          signOutElsewhere: (password) => give.later('signOutElsewhere', { password }),
          proveAgain: (input) => give.later('proveAgain', input),
          answerReauthentication: (answer) => give.later('answerReauthentication', answer),
          signOut: () => give.send('signOut', {}),
        },
      }
    }
  }
}

function toChallenge(challenge: ChallengeSnapshot, { later }: CommandSender): Challenge {
  if (challenge.kind === 'unsupported') return challenge
  const { kind } = challenge
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- TypeScript cannot see that a kind and its own answer make one member of the union
  const answered = (answer: Answers[AnswerKind]) => ({ kind, ...answer }) as Answer
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `Challenge` hides the hands that a kind has no use for
  return {
    ...challenge,
    answer: (answer: Answers[AnswerKind]) => later('answer', answered(answer)),
    resend: () => later('resendCode', {}),
    tryAnotherMethod: () => later('tryAnotherMethod', {}),
  } as Challenge
}
