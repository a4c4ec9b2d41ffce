import { isAnswer } from '#vault/protocol/isRequest.ts'
import { isChallengeOfKind, type PendingChallenge } from './pendingChallenge.ts'
import { VaultError } from '#vault/cognito/vaultError.ts'
import * as is from '#vault/protocol/validators.ts'
import type { TabChannel } from '#vault/protocol/environment.ts'
import type { Answer } from '#vault/protocol/challenges.ts'

/**
 * A link in a mail opens in a tab of its own, but what goes with its answer (the password, the session of
 * the sign-up, the challenge) is in the tab that asked for it. So the tab of the link asks the others first.
 */
export interface MailLinks {
  /** @returns whether another tab of this browser waited for this answer, and it was right. */
  offer: (answer: Answer) => Promise<boolean>
  close: () => void
}

/** What the vaults of one browser say to each other about links. An answer is a code, good once. */
type LinkMessage = { id: string } & (
  | { kind: 'offer'; answer: Answer }
  | { kind: 'taken' }
  | { kind: 'done'; accepted: boolean }
)

/** How long to wait for a tab that takes it: those in the background are slow to wake. */
const claimTimeoutMs = 500

/** How long a tab that took it may need. */
const answerTimeoutMs = 20_000

const isOffer = is.isShape({ says: is.isOneOf('offer'), id: is.isString, answer: isAnswer })
const isTaken = is.isShape({ says: is.isOneOf('taken'), id: is.isString })
const isDone = is.isShape({ says: is.isOneOf('done'), id: is.isString, right: is.isBoolean })

/**
 * @param waiting what this tab waits for an answer to.
 * @param take answers it, as if the person had typed it here.
 */
export function createMailLinks(
  channel: TabChannel | undefined,
  waiting: () => PendingChallenge | undefined,
  take: (answer: Answer) => Promise<void>,
): MailLinks {
  // No tab can be asked.
  if (!channel) return { offer: () => Promise.resolve(false), close() {} }
  const say = (talk: LinkMessage) => channel.postMessage(talk)
  const offers = new Map<string, { wait: (ms: number) => void; end: (right: boolean) => void }>()

  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (isOffer(data)) {
      if (isFor(data.answer, waiting())) void answerFor(data.id, data.answer)
    } else if (isTaken(data)) {
      offers.get(data.id)?.wait(answerTimeoutMs)
    } else if (isDone(data)) {
      offers.get(data.id)?.end(data.right)
    }
  }

  async function answerFor(id: string, answer: Answer) {
    say({ kind: 'taken', id })
    try {
      await take(answer)
      say({ kind: 'done', id, accepted: true })
    } catch (error) {
      // Why, the tab of the link will hear from Cognito itself.
      if (!(error instanceof VaultError)) throw error
      say({ kind: 'done', id, accepted: false })
    }
  }

  return {
    offer: (answer) =>
      new Promise((resolve) => {
        const id = crypto.randomUUID()
        let timer: ReturnType<typeof setTimeout>
        const end = (right: boolean) => {
          clearTimeout(timer)
          offers.delete(id)
          resolve(right)
        }
        const wait = (ms: number) => {
          clearTimeout(timer)
          timer = setTimeout(() => end(false), ms)
        }
        offers.set(id, { wait, end })
        wait(claimTimeoutMs)
        say({ kind: 'offer', id, answer })
      }),
    close: () => channel.close(),
  }
}

/** A link that names nobody is for whoever waits for its kind. */
function isFor({ kind, username }: Answer, pending: PendingChallenge | undefined): boolean {
  if (!pending || !isChallengeOfKind(pending, kind)) return false
  return username === undefined || username === pending.challenge.username
}
