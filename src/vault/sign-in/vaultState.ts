import type {
  SignedIn,
  SignedOut,
  SignedOutReason,
  Snapshot,
  TabMemory,
} from '#vault/protocol/messages.ts'
import type { SessionRecord } from '#vault/session/sessionStore.ts'
import { claimsOf } from '#vault/session/tokens.ts'
import type { PendingChallenge } from './pendingChallenge.ts'
import { memoryOf, restoreState } from './storedChallenge.ts'

/** State of this vault: always exactly one of these. */
type VaultState =
  | SignedOut
  | { status: 'challenge'; pending: PendingChallenge }
  | { status: 'signedIn'; record: SessionRecord }

/** Holds the state of this vault and tells the page about every change. */
export interface VaultStateHolder {
  /** Id of the browser session that a new sign-in belongs to; see `TabMemory`. */
  browserSessionId: () => string
  /** The challenge that waits for an answer. */
  pendingChallenge: () => PendingChallenge | undefined
  /** The challenge of a re-authentication, which goes on beside the session. */
  reauthentication: () => PendingChallenge | undefined
  /** Holds the challenge for 30 minutes at most, and never beyond the session it belongs to. */
  setReauthentication: (pending: PendingChallenge | undefined) => void
  /** Sets the attributes to show with the session that is shown next. */
  handOver: (attributes: HandedOver) => void
  /** Shows a session that began or was renewed, or the reason why it ended. */
  setSession: (record: SessionRecord | undefined, reason?: SignedOutReason) => void
  /** Shows when the user is signed out for being away, or that they are not. */
  setIdleEnd: (endsAt: number | undefined) => void
  showChallenge: (pending: PendingChallenge) => void
  /** Sets the challenge to show before the session that begins next, or removes it. */
  askBeforeSession: (pending: PendingChallenge | undefined) => void
  /** Shows the session after the challenge that came before it. */
  showSession: () => void
  /** Shows the sign-in page: the account is ready, but the user has to sign in by hand. */
  showSignIn: (reason: SignedOutReason, username: string) => void
  /** Sets whether Cognito has still to be told of a session that has ended here. */
  setRevocationPending: (isPending: boolean) => void
  publish: () => void
  close: () => void
}

/** Attributes of the user as Cognito has just sent them, or as this browser has kept them. */
type HandedOver = Pick<SignedIn, 'userAttributes' | 'keptAttributes'>

/** How long a pending challenge may hold a password, or a function that holds one. */
const passwordLifetimeMs = 30 * 60_000

/**
 * @param tab what the tab stored before its reload; a challenge in it is restored.
 * @param validitySeconds the client's RefreshTokenValidity, if the config has it.
 * @param publish called at each change, with what the tab has to store.
 */
export function createVaultState(
  tab: TabMemory,
  validitySeconds: number | undefined,
  publish: (snapshot: Snapshot, tab: TabMemory) => void,
): VaultStateHolder {
  let { browserSessionId } = tab
  let state: VaultState = restoreState(tab)
  let beforeSession: PendingChallenge | undefined
  let revocationPending = false
  let handedOver: HandedOver = {}
  let idleEndsAt: number | undefined
  let passwordExpiry: Expiry | undefined
  let reauthentication: PendingChallenge | undefined
  let reauthenticationExpiry: Expiry | undefined

  function snapshot(): Snapshot {
    switch (state.status) {
      case 'signedIn':
        if (beforeSession) return { status: 'challenge', challenge: beforeSession.challenge }
        return {
          status: 'signedIn',
          session: {
            ...claimsOf(state.record.tokens, validitySeconds),
            beganOverDomain: state.record.domain !== undefined,
            ...(idleEndsAt !== undefined && { idleEndsAt }),
          },
          ...handedOver,
        }
      case 'challenge':
        return { status: 'challenge', challenge: state.pending.challenge }
      case 'signedOut':
        return revocationPending ? { ...state, revocationPending } : state
    }
  }

  function publishNow() {
    const stored = state.status === 'challenge' ? memoryOf(state.pending) : {}
    const next = snapshot()
    publish(next, { browserSessionId, ...stored })
    // Handed over once: they may change from now on.
    if (next.status === 'signedIn') handedOver = {}
  }

  /** Removes the password, and the functions that hold it, from a challenge that is over. */
  function forgetPassword() {
    passwordExpiry?.cancel()
    passwordExpiry = undefined
    if (state.status !== 'challenge') return
    delete state.pending.password
    delete state.pending.restart
    delete state.pending.tryAnotherMethod
  }

  function setReauthentication(pending: PendingChallenge | undefined) {
    reauthenticationExpiry?.cancel()
    reauthentication = pending
    if (!pending) return
    reauthenticationExpiry = startExpiry(() => {
      reauthentication = undefined
    })
  }

  /** Moves the sign-in on. Does not touch a session that another tab has begun in the meantime. */
  function setSignInState(next: VaultState) {
    forgetPassword()
    beforeSession = undefined
    if (state.status !== 'signedIn') state = next
    publishNow()
  }

  return {
    browserSessionId: () => browserSessionId,
    pendingChallenge() {
      passwordExpiry?.check()
      return state.status === 'challenge' ? state.pending : beforeSession
    },
    reauthentication() {
      reauthenticationExpiry?.check()
      return reauthentication
    },
    setReauthentication,
    handOver(attributes) {
      handedOver = attributes
    },
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
        handedOver = {}
        idleEndsAt = undefined
        state = signedOut(state, reason)
      }
      publishNow()
    },
    setIdleEnd(endsAt) {
      if (endsAt === idleEndsAt) return
      idleEndsAt = endsAt
      if (state.status === 'signedIn') publishNow()
    },
    askBeforeSession(pending) {
      beforeSession = pending
    },
    showSession() {
      beforeSession = undefined
      publishNow()
    },
    showChallenge(pending) {
      setSignInState({ status: 'challenge', pending })
      passwordExpiry = startExpiry(forgetPassword)
    },
    showSignIn: (reason, username) => setSignInState({ status: 'signedOut', reason, username }),
    setRevocationPending(isPending) {
      if (revocationPending === isPending) return
      revocationPending = isPending
      if (state.status === 'signedOut') publishNow()
    },
    publish: publishNow,
    close() {
      passwordExpiry?.cancel()
      reauthenticationExpiry?.cancel()
    },
  }
}

interface Expiry {
  /** Expires now if the timer is late, as after a machine has slept. */
  check: () => void
  cancel: () => void
}

/** Calls `expire` when a password may no longer be held. */
function startExpiry(expire: () => void): Expiry {
  const expiresAt = Date.now() + passwordLifetimeMs
  const timer = setTimeout(expire, passwordLifetimeMs)
  return {
    check() {
      if (Date.now() >= expiresAt) expire()
    },
    cancel: () => clearTimeout(timer),
  }
}

/** Ends that the user did not ask for. */
const unwantedEnds: ReadonlySet<SignedOutReason> = new Set([
  'sessionExpired',
  'idle',
  'sessionLimit',
  'revoked',
])

function signedOut(from: VaultState, reason: SignedOutReason | undefined): SignedOut {
  if (reason === undefined) return { status: 'signedOut' }
  // Found twice: by this tab, and told by another.
  if (from.status === 'signedOut' && from.reason === reason) return from
  // After a deliberate sign-out the next user of this machine may be another: the name is not shown.
  if (!unwantedEnds.has(reason) || from.status !== 'signedIn') {
    return { status: 'signedOut', reason }
  }
  const { email, username } = claimsOf(from.record.tokens)
  return { status: 'signedOut', reason, username: email ?? username }
}
