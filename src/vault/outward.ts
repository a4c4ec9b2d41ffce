import type { Attempt } from './attempt.ts'
import type {
  ChallengeSnapshot,
  SignedOut,
  SignedOutReason,
  Snapshot,
  TabMemory,
} from './messages.ts'
import type { SessionRecord } from './sessionStore.ts'
import { claimsOf } from './tokens.ts'

/** What the page sees of the vault, and what its tab is to remember. One of three, and one writer. */
export interface Outward {
  /** The run of the browser that a session begun now would belong to. */
  run: () => string
  /** The challenge that waits for an answer. */
  attempt: () => Attempt | undefined
  /** The session began, was renewed, or ended for this reason. */
  setSession: (record: SessionRecord | undefined, reason?: SignedOutReason) => void
  pose: (attempt: Attempt) => void
  /** The account is ready, but it has to be signed in to by hand. */
  sendToSignIn: (reason: SignedOutReason, username: string) => void
  publish: () => void
  close: () => void
}

/** How long the password of an unconfirmed account is kept for the sign-in after the code. */
const keptPasswordMs = 30 * 60_000

/** @param validitySeconds the client's RefreshTokenValidity, where the config says it. */
export function createOutward(
  tab: TabMemory,
  validitySeconds: number | undefined,
  publish: (snapshot: Snapshot, tab: TabMemory) => void,
): Outward {
  let { run } = tab
  let session: SessionRecord | undefined
  let attempt: Attempt | undefined = tab.pending && { challenge: tab.pending, keep: false }
  let signedOut: SignedOut = { status: 'signedOut' }
  let forgetting: ReturnType<typeof setTimeout> | undefined

  function snapshot(): Snapshot {
    if (session) return { status: 'signedIn', session: claimsOf(session.tokens, validitySeconds) }
    return attempt ? { status: 'challenge', challenge: attempt.challenge } : signedOut
  }

  function publishNow() {
    const pending = attempt && pendingOf(attempt.challenge)
    publish(snapshot(), pending ? { run, pending } : { run })
  }

  return {
    run: () => run,
    attempt: () => attempt,
    setSession(record, reason) {
      // Whoever ends a session on purpose may be leaving the machine to somebody else.
      const known = reason === 'sessionExpired' && session ? nameOf(session) : undefined
      session = record
      if (record) {
        attempt = undefined
        signedOut = { status: 'signedOut' }
        if (!record.keep) run = record.run
      } else if (reason) {
        signedOut = { status: 'signedOut', reason, ...(known && { username: known }) }
      }
      publishNow()
    },
    pose(next) {
      attempt = next
      clearTimeout(forgetting)
      forgetting = setTimeout(() => {
        delete next.password
      }, keptPasswordMs)
      publishNow()
    },
    sendToSignIn(reason, username) {
      attempt = undefined
      signedOut = { status: 'signedOut', reason, username }
      publishNow()
    },
    publish: publishNow,
    close: () => clearTimeout(forgetting),
  }
}

function nameOf({ tokens }: SessionRecord): string {
  const { email, username } = claimsOf(tokens)
  return email ?? username
}

/** The steps that a reload can take up again: their code is in the mail, not in the vault. */
function pendingOf(challenge: ChallengeSnapshot): TabMemory['pending'] {
  switch (challenge.kind) {
    case 'confirmSignUp':
    case 'resetPassword':
      return challenge
    case 'newPassword':
    case 'unsupported':
      return undefined
  }
}
