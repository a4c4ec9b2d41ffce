import { isTransient, VaultError } from '#vault/cognito/vaultError.ts'
import type { Answer } from '#vault/protocol/challenges.ts'
import type { TabChannel } from '#vault/protocol/environment.ts'
import { isAnswer } from '#vault/protocol/isCommandMessage.ts'
import * as is from '#vault/protocol/validators.ts'
import { isChallengeOfKind, type PendingChallenge } from './pendingChallenge.ts'

/**
 * Passes the answer of a link in an email to the tab that waits for it. The link opens a tab of its own, but
 * what the answer needs (the password, the session of the sign-up, the challenge) is in the tab that asked.
 */
export interface MailLinks {
  /**
   * @returns whether another tab of this browser waited for this answer, and Cognito accepted it.
   * @throws VaultError with the code of a failure of the network there: only that tab can find out what has happened.
   */
  offer: (answer: Answer) => Promise<boolean>
  close: () => void
}

/** A message between the vaults of one browser. The answer in it is a code, valid once. */
type LinkMessage = { id: string } & (
  | { kind: 'offer'; answer: Answer }
  /** Another tab waits for this answer and submits it. */
  | { kind: 'claimed' }
  /** `failure` where no answer of Cognito arrived. */
  | { kind: 'submitted'; accepted: boolean; failure?: Failure }
)

type Failure = 'network' | 'timeout' | 'serviceUnavailable' | 'tooManyRequests'

const isFailure = is.isOneOf<Failure>('network', 'timeout', 'serviceUnavailable', 'tooManyRequests')

/** How long to wait for a tab that claims the answer: tabs in the background are slow to wake. */
const claimTimeoutMs = 500

/** How long a tab that has claimed the answer may take to submit it: longer than a request may (`request.ts`). */
const submitTimeoutMs = 40_000

const isLinkMessage: is.Validator<LinkMessage> = is.isEither(
  is.isShape({ kind: is.isOneOf('offer'), id: is.isString, answer: isAnswer }),
  is.isEither(
    is.isShape({ kind: is.isOneOf('claimed'), id: is.isString }),
    is.isShape(
      { kind: is.isOneOf('submitted'), id: is.isString, accepted: is.isBoolean },
      { failure: isFailure },
    ),
  ),
)

/**
 * @param channel undefined where this browser has none: then no other tab is asked.
 * @param pendingChallenge returns the challenge this tab shows.
 * @param submit answers that challenge, as if the user had typed the answer in this tab.
 */
export function createMailLinks(
  channel: TabChannel | undefined,
  pendingChallenge: () => PendingChallenge | undefined,
  submit: (answer: Answer) => Promise<void>,
): MailLinks {
  if (!channel) return { offer: () => Promise.resolve(false), close() {} }
  const post = (message: LinkMessage) => channel.postMessage(message)
  const offers = new Map<
    string,
    { wait: (ms: number) => void; finish: (accepted: boolean, failure?: Failure) => void }
  >()

  channel.onmessage = ({ data: message }: MessageEvent<unknown>) => {
    if (!isLinkMessage(message)) return
    switch (message.kind) {
      case 'offer':
        if (isFor(message.answer, pendingChallenge())) void claim(message.id, message.answer)
        break
      case 'claimed':
        offers.get(message.id)?.wait(submitTimeoutMs)
        break
      case 'submitted':
        offers.get(message.id)?.finish(message.accepted, message.failure)
    }
  }

  async function claim(id: string, answer: Answer) {
    post({ kind: 'claimed', id })
    try {
      await submit(answer)
      post({ kind: 'submitted', id, accepted: true })
    } catch (error) {
      // The tab of the link then tries the answer itself and shows why it was refused.
      if (!(error instanceof VaultError)) throw error
      const { code } = error.data
      const failure = isTransient(error) && isFailure(code) ? { failure: code } : {}
      post({ kind: 'submitted', id, accepted: false, ...failure })
    }
  }

  return {
    offer: (answer) =>
      new Promise((resolve, reject) => {
        const id = crypto.randomUUID()
        let timer: ReturnType<typeof setTimeout>
        const finish = (accepted: boolean, failure?: Failure) => {
          clearTimeout(timer)
          offers.delete(id)
          if (failure) reject(new VaultError({ code: failure }))
          else resolve(accepted)
        }
        const wait = (ms: number) => {
          clearTimeout(timer)
          timer = setTimeout(() => finish(false), ms)
        }
        offers.set(id, { wait, finish })
        wait(claimTimeoutMs)
        post({ kind: 'offer', id, answer })
      }),
    close: () => channel.close(),
  }
}

/** Whether the answer is for this challenge. A link without a username is for any challenge of its kind. */
function isFor({ kind, username }: Answer, pending: PendingChallenge | undefined): boolean {
  if (!pending || !isChallengeOfKind(pending, kind)) return false
  return username === undefined || username === pending.challenge.username
}
