import type { ChallengeSnapshot, Snapshot } from '#vault/messages.ts'
import type { Send } from './commands.ts'
import type { AuthState, Challenge } from './state.ts'

/** Gives a snapshot its hands: each state carries just what can be done in it. */
export function toState(snapshot: Snapshot, send: Send): AuthState {
  switch (snapshot.status) {
    case 'signedOut':
      return snapshot
    case 'challenge':
      return { status: 'challenge', challenge: toChallenge(snapshot.challenge, send) }
    case 'signedIn':
      return {
        status: 'signedIn',
        session: {
          ...snapshot.session,
          getAccount: () => send('getAccount', { userId: snapshot.session.userId }),
          signOut: () => send('signOut', {}),
        },
      }
  }
}

function toChallenge(challenge: ChallengeSnapshot, send: Send): Challenge {
  switch (challenge.kind) {
    case 'confirmSignUp':
      return {
        ...challenge,
        submitCode: (code) => send('confirmSignUp', { code }),
        resend: () => send('resendCode', {}),
      }
    case 'resetPassword':
      return {
        ...challenge,
        submit: (code, newPassword) => send('resetPassword', { code, newPassword }),
        resend: () => send('resendCode', {}),
      }
    case 'newPassword':
      return {
        ...challenge,
        setPassword: (newPassword, attributes) =>
          send('setNewPassword', { newPassword, attributes }),
      }
    case 'unsupported':
      return challenge
  }
}
