import type { SignedOut, SignedOutReason, Snapshot, TabMemory } from '#vault/protocol/messages.ts'
import type { SessionRecord } from '#vault/session/sessionStore.ts'
import { claimsOf } from '#vault/session/tokens.ts'
import type { PendingChallenge } from './pendingChallenge.ts'

/** State of this vault: always exactly one of these. */
export type VaultState =
  | SignedOut
  | { status: 'challenge'; pending: PendingChallenge }
  | { status: 'signedIn'; record: SessionRecord }

/** Holds the state of this vault and tells the page about every change. */
export interface VaultStateHolder {
  /** The browser session that a sign-in of now belongs to; see `TabMemory`. */
  browserSessionId: () => string
  /** The challenge that waits for an answer. */
  pendingChallenge: () => PendingChallenge | undefined
  /** The challenge of a re-authentication, which goes on beside the session. */
  reauthentication: () => PendingChallenge | undefined
  setReauthentication: (pending: PendingChallenge | undefined) => void
  /** The session began, was renewed, or ended for this reason. */
  setSession: (record: SessionRecord | undefined, reason?: SignedOutReason) => void
  showChallenge: (pending: PendingChallenge) => void
  /** Shows this challenge before the session that begins next; undefined shows the session at once. */
  askBeforeSession: (challenge: PendingChallenge | undefined) => void
  /** The account is ready, but the user has to sign in by hand. */
  showSignIn: (reason: SignedOutReason, username: string) => void
  publish: () => void
  close: () => void
}

/** How long a pending challenge may hold a password, or a function that holds one. */
const passwordLifetimeMs = 30 * 60_000

/**
 * @param first the state before anything has happened.
 * @param validitySeconds the client's RefreshTokenValidity, where the config says it.
 */
export function createVaultState(
  tab: TabMemory,
  first: VaultState,
  validitySeconds: number | undefined,
  publish: (snapshot: Snapshot, tab: TabMemory) => void,
): VaultStateHolder {
  let { browserSessionId } = tab
  let state = first
  let beforeSession: PendingChallenge | undefined
  let reauthentication: PendingChallenge | undefined
  let passwordTimer: ReturnType<typeof setTimeout> | undefined
  let reauthenticationTimer: ReturnType<typeof setTimeout> | undefined

  function snapshot(): Snapshot {
    switch (state.status) {
      case 'signedIn':
        if (beforeSession) return { status: 'challenge', challenge: beforeSession.challenge }
        return { status: 'signedIn', session: claimsOf(state.record.tokens, validitySeconds) }
      case 'challenge':
        return { status: 'challenge', challenge: state.pending.challenge }
      case 'signedOut':
        return state
    }
  }

  function publishNow() {
    const memory = state.status === 'challenge' ? memoryOf(state.pending) : {}
    publish(snapshot(), { browserSessionId, ...memory })
  }

  /** Removes the password, and the functions that hold it, from a challenge that is over. */
  function forgetPassword() {
    clearTimeout(passwordTimer)
    if (state.status !== 'challenge') return
    delete state.pending.password
    delete state.pending.restart
    delete state.pending.tryAnotherMethod
  }

  function setReauthentication(pending: PendingChallenge | undefined) {
    clearTimeout(reauthenticationTimer)
    reauthentication = pending
    if (!pending) return
    reauthenticationTimer = setTimeout(() => {
      reauthentication = undefined
    }, passwordLifetimeMs)
  }

  /** Moves a sign-in on. Has no effect on a session that another tab has begun meanwhile. */
  function setSignInState(next: VaultState) {
    forgetPassword()
    beforeSession = undefined
    if (state.status !== 'signedIn') state = next
    publishNow()
  }

  return {
    browserSessionId: () => browserSessionId,
    pendingChallenge: () => (state.status === 'challenge' ? state.pending : beforeSession),
    reauthentication: () => reauthentication,
    setReauthentication,
    setSession(record, reason) {
      forgetPassword()
      // A renewal keeps the id; another session must not inherit the challenge of this one.
      if (state.status !== 'signedIn' || state.record.id !== record?.id) {
        setReauthentication(undefined)
      }
      if (record) {
        if (!record.rememberMe) browserSessionId = record.browserSessionId
        state = { status: 'signedIn', record }
      } else {
        beforeSession = undefined
        state = signedOut(state, reason)
      }
      publishNow()
    },
    askBeforeSession(challenge) {
      beforeSession = challenge
    },
    showChallenge(pending) {
      setSignInState({ status: 'challenge', pending })
      passwordTimer = setTimeout(forgetPassword, passwordLifetimeMs)
    },
    showSignIn: (reason, username) => setSignInState({ status: 'signedOut', reason, username }),
    publish: publishNow,
    close() {
      clearTimeout(passwordTimer)
      clearTimeout(reauthenticationTimer)
    },
  }
}

function signedOut(from: VaultState, reason: SignedOutReason | undefined): SignedOut {
  if (reason === undefined) return { status: 'signedOut' }
  // After a deliberate sign-out the next user of this machine may be another: the name is not shown.
  if (reason !== 'sessionExpired' || from.status !== 'signedIn') {
    return { status: 'signedOut', reason }
  }
  const { email, username } = claimsOf(from.record.tokens)
  return { status: 'signedOut', reason, username: email ?? username }
}

/** A step whose code is in an email survives a reload; the others are lost with the vault. */
function memoryOf({
  challenge,
  signUpSession,
}: PendingChallenge): Omit<TabMemory, 'browserSessionId'> {
  return challenge.kind === 'confirmSignUp' || challenge.kind === 'resetPassword'
    ? { pending: challenge, ...(signUpSession === undefined ? {} : { signUpSession }) }
    : { interrupted: challenge.username }
}
