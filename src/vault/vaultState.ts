import type { PendingChallenge } from '#vault/sign-in/pendingChallenge.ts'
import type { SignedOut, SignedOutReason, Snapshot, TabMemory } from '#vault/protocol/messages.ts'
import type { SessionRecord } from '#vault/session/sessionStore.ts'
import { claimsOf } from '#vault/session/tokens.ts'

/** What the page sees of the vault, and what its tab is to remember. */
export interface VaultStateHolder {
  /** The run of the browser that a session begun now would belong to. */
  browserSessionId: () => string
  /** The challenge that waits for an answer. */
  pendingChallenge: () => PendingChallenge | undefined
  /** The session began, was renewed, or ended for this reason. */
  setSession: (record: SessionRecord | undefined, reason?: SignedOutReason) => void
  showChallenge: (pending: PendingChallenge) => void
  /** Asks this before the session is shown that begins now; with nothing to ask, it is shown at once. */
  askBeforeSession: (question: PendingChallenge | undefined) => void
  /** The account is ready, but it has to be signed in to by hand. */
  showSignIn: (reason: SignedOutReason, username: string) => void
  publish: () => void
  close: () => void
}

/** Where this vault stands: always exactly one of these. */
export type VaultState =
  | SignedOut
  | { status: 'challenge'; pending: PendingChallenge }
  | { status: 'signedIn'; record: SessionRecord }

/** How long the password of an unconfirmed account is kept for the sign-in after the code. */
const passwordLifetimeMs = 30 * 60_000

/**
 * @param first where the vault stands before anything has happened.
 * @param validitySeconds the client's RefreshTokenValidity, where the config says it.
 */
export function createVaultState(
  tab: TabMemory,
  first: VaultState,
  validitySeconds: number | undefined,
  publish: (snapshot: Snapshot, tab: TabMemory) => void,
): VaultStateHolder {
  let { browserSessionId } = tab
  let standing = first
  /** What waits in front of a session. It goes when that does. */
  let question: PendingChallenge | undefined
  let forgetting: ReturnType<typeof setTimeout> | undefined

  function snapshot(): Snapshot {
    switch (standing.status) {
      case 'signedIn':
        if (question) return { status: 'challenge', challenge: question.challenge }
        return { status: 'signedIn', session: claimsOf(standing.record.tokens, validitySeconds) }
      case 'challenge':
        return { status: 'challenge', challenge: standing.pending.challenge }
      case 'signedOut':
        return standing
    }
  }

  function publishNow() {
    const left = standing.status === 'challenge' ? tabMemoryOf(standing.pending) : {}
    publish(snapshot(), { browserSessionId, ...left })
  }

  /** Leaves no password behind in the step that is over. */
  function forget() {
    clearTimeout(forgetting)
    if (standing.status !== 'challenge') return
    delete standing.pending.password
    delete standing.pending.restart
    delete standing.pending.tryAnotherMethod
  }

  /**
   * A step of somebody on the way in. It is over when another tab has signed somebody in, or when they
   * have left a question in front of their own session.
   */
  function stepTo(next: VaultState) {
    forget()
    question = undefined
    if (standing.status !== 'signedIn') standing = next
    publishNow()
  }

  return {
    browserSessionId: () => browserSessionId,
    pendingChallenge: () => (standing.status === 'challenge' ? standing.pending : question),
    setSession(record, reason) {
      forget()
      if (record) {
        if (!record.rememberMe) browserSessionId = record.browserSessionId
        standing = { status: 'signedIn', record }
      } else {
        question = undefined
        standing = signedOut(standing, reason)
      }
      publishNow()
    },
    askBeforeSession(next) {
      question = next
    },
    showChallenge(pending) {
      stepTo({ status: 'challenge', pending })
      forgetting = setTimeout(forget, passwordLifetimeMs)
    },
    showSignIn: (reason, username) => stepTo({ status: 'signedOut', reason, username }),
    publish: publishNow,
    close: () => clearTimeout(forgetting),
  }
}

function signedOut(from: VaultState, reason: SignedOutReason | undefined): SignedOut {
  if (reason === undefined) return { status: 'signedOut' }
  // Whoever ends a session on purpose may be leaving the machine to somebody else.
  if (reason !== 'sessionExpired' || from.status !== 'signedIn') {
    return { status: 'signedOut', reason }
  }
  const { email, username } = claimsOf(from.record.tokens)
  return { status: 'signedOut', reason, username: email ?? username }
}

/** A step whose code is in the mail can be taken up again after a reload; others are lost with the vault. */
function tabMemoryOf({
  challenge,
  signUpSession,
}: PendingChallenge): Omit<TabMemory, 'browserSessionId'> {
  return challenge.kind === 'confirmSignUp' || challenge.kind === 'resetPassword'
    ? { pending: challenge, ...(signUpSession === undefined ? {} : { signUpSession }) }
    : { interrupted: challenge.username }
}
