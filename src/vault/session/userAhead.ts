import type { CallCognito } from '#vault/cognito/actions.ts'
import { VaultError } from '#vault/cognito/vaultError.ts'
import type {
  AccountAction,
  AccountActionOutput,
  UserAttributes,
} from '#vault/protocol/accountActions.ts'

type User = AccountActionOutput<'GetUser'>

/** GetUser, asked for as soon as there is an access token, because the first page of the account needs its answer. */
export interface UserAhead {
  /** Sends GetUser, once for each token. */
  ask: (accessToken: string) => void
  /** Resolves to the attributes; to undefined if GetUser fails or takes longer than a second. */
  attributes: () => Promise<UserAttributes | undefined>
  /**
   * Returns the answer to the first account action with this token, if that is GetUser. Later answers would be
   * older than what the user has changed.
   */
  answerFor: (accessToken: string, action: AccountAction) => Promise<User> | undefined
}

/** How long a page waits for its data before it is shown without. */
const patienceMs = 1000

/** Older answers are not used: the attributes may have changed. */
const lifetimeMs = 10_000

export function createUserAhead(call: CallCognito): UserAhead {
  let asked: { accessToken: string; answer: Promise<User>; at: number } | undefined

  return {
    ask(AccessToken) {
      if (asked?.accessToken === AccessToken) return
      const answer = call('GetUser', { AccessToken })
      // An error is thrown where the answer is taken; where it is not, the page asks again.
      answer.catch(() => undefined)
      asked = { accessToken: AccessToken, answer, at: Date.now() }
    },

    async attributes() {
      const { answer } = asked ?? {}
      let timer: ReturnType<typeof setTimeout> | undefined
      const tooLate = new Promise<undefined>((resolve) => {
        timer = setTimeout(resolve, patienceMs, undefined)
      })
      try {
        const user = await Promise.race([answer, tooLate])
        if (user) asked = undefined
        return user?.UserAttributes
      } catch (error) {
        if (!(error instanceof VaultError)) throw error
        // The page asks again, and shows the error.
        asked = undefined
        return undefined
      } finally {
        clearTimeout(timer)
      }
    },

    answerFor(accessToken, action) {
      const first = asked
      asked = undefined
      const isCurrent = first?.accessToken === accessToken && Date.now() - first.at < lifetimeMs
      return isCurrent && action === 'GetUser' ? first.answer : undefined
    },
  }
}
