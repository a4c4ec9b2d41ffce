import type { CallCognito } from '#vault/cognito/actions.ts'
import { isTransient, VaultError } from '#vault/cognito/vaultError.ts'
import type { Commands } from '#vault/protocol/commands.ts'
import type { Activity } from './activity.ts'
import type { SessionLimits } from './sessionLimits.ts'
import type { SessionManager } from './sessionManager.ts'
import { claimsOf } from './tokens.ts'

type CheckSession = Commands['checkSession']

export interface SessionCheck {
  check: (input: CheckSession['input']) => Promise<CheckSession['answer']>
  /** Looks at the clock now: the user was active in another tab. */
  update: () => Promise<void>
  close: () => void
}

interface SessionCheckDeps {
  call: CallCognito
  activity: Activity
  limits: SessionLimits
  sessionManager: SessionManager
  /** Called with the time at which the user is signed out for being away, once they have to be warned. */
  onWarning: (endsAt: number | undefined) => void
}

const intervalMs = 5000

/** How often a browser asks Cognito at most, and how long nobody was active before it asks at the next key or click. */
const askIntervalMs = 5 * 60_000

/** How long it waits after a try that told nothing. */
const retryMs = 30_000

/** Ends a session whose time is over, warns before that, and finds out when it was ended elsewhere. */
export function createSessionCheck(deps: SessionCheckDeps): SessionCheck {
  const { call, activity, limits, sessionManager, onWarning } = deps

  async function update() {
    if (await sessionManager.endIfOver()) return
    onWarning(sessionManager.current() && limits.warnedEnd())
  }

  let isClosed = false

  /** Ignores what fails because the vault was closed meanwhile. */
  const report = (error: unknown) => {
    if (!isClosed) reportError(error)
  }

  const interval = setInterval(() => void update().catch(report), intervalMs)

  /** GetUser, as any call would do: `withAccessToken` ends the session if it is refused for good. */
  async function askCognito(userId: string) {
    activity.noteAsked(Date.now())
    try {
      await sessionManager.withAccessToken(userId, (AccessToken) =>
        call('GetUser', { AccessToken }),
      )
    } catch (error) {
      if (!(error instanceof VaultError)) throw error
      // A network failure says nothing about the session.
      if (isTransient(error)) activity.noteAsked(Date.now() - askIntervalMs + retryMs)
    }
  }

  return {
    update,
    async check({ active }) {
      const now = Date.now()
      // Before the activity is noted: it must not bring back a session whose time is over.
      await sessionManager.endIfOver()
      const record = sessionManager.current()
      if (!record) return { endsAt: now }
      const wasQuiet = now - activity.lastAt() >= askIntervalMs
      if (active) activity.note(record.id)
      if ((wasQuiet || !active) && now - activity.askedAt() >= askIntervalMs) {
        askCognito(claimsOf(record.tokens).userId).catch(report)
      }
      await update()
      const endsAt = limits.endsAt(record)
      return endsAt === undefined ? {} : { endsAt }
    },
    close() {
      isClosed = true
      clearInterval(interval)
    },
  }
}
