import type { Answer, AnswerKind, Answers, ChallengeSnapshot, Snapshot } from '#vault/messages.ts'
import type { Give } from './commands.ts'
import type { AuthState, Challenge } from './state.ts'

/** Gives a snapshot its hands: each state carries just what can be done in it. */
export function toState(snapshot: Snapshot, give: Give): AuthState {
  switch (snapshot.status) {
    case 'signedOut':
      return snapshot
    case 'challenge':
      return { status: 'challenge', challenge: toChallenge(snapshot.challenge, give) }
    case 'signedIn':
      return {
        status: 'signedIn',
        session: {
          ...snapshot.session,
          getAccount: () => give.send('getAccount', { userId: snapshot.session.userId }),
          reauthenticate: (password) => give.later('reauthenticate', { password }),
          answerReauthentication: (answer) => give.later('answerReauthentication', answer),
          signOut: () => give.send('signOut', {}),
        },
      }
  }
}

function toChallenge(challenge: ChallengeSnapshot, { later }: Give): Challenge {
  if (challenge.kind === 'unsupported') return challenge
  const { kind } = challenge
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- TypeScript cannot see that a kind and its own answer make one member of the union
  const answered = (answer: Answers[AnswerKind]) => ({ kind, ...answer }) as Answer
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `Challenge` hides the hands that a kind has no use for
  return {
    ...challenge,
    answer: (answer: Answers[AnswerKind]) => later('answer', answered(answer)),
    resend: () => later('resendCode', {}),
    otherWay: () => later('otherWay', {}),
  } as Challenge
}
