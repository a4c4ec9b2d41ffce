import type { CallCognito } from '#vault/cognito/actions.ts'
import { endsSession, VaultError } from '#vault/cognito/vaultError.ts'
import type { TabChannel, VaultEnvironment } from '#vault/protocol/environment.ts'
import { createRenewalLimit } from './renewalLimit.ts'
import { renewTokens } from './renewTokens.ts'
import type { SessionRecord, SessionStore } from './sessionStore.ts'
import type { TabLock } from './tabLock.ts'
import { isRenewalDue } from './tokens.ts'

/** Renews the tokens of the session, one tab at a time. */
export interface SessionRenewal {
  /**
   * @param stale the caller's record; if the store has a newer one by then, that is used instead.
   * @param urgent whether a user waits for it, or the network is back: then it is tried before its turn.
   * @throws VaultError `notSignedIn` if the session is over, and others.
   */
  renew: (stale: SessionRecord, urgent: boolean) => Promise<SessionRecord>
  /** Renews in the background if the tokens are due. A failure is left to the next interval or the next call. */
  renewIfDue: (urgent: boolean) => void
  close: () => void
}

interface SessionRenewalDeps {
  call: CallCognito
  clientId: string
  store: SessionStore
  tabLock: TabLock
  /** Tells the other tabs that the tokens have changed. */
  channel: TabChannel | undefined
  environment: Pick<VaultEnvironment, 'isOnline'>
  /** Aborted when the vault closes. */
  closed: AbortSignal
  current: () => SessionRecord | undefined
  set: (record: SessionRecord) => void
  /** Takes over what the store has now. */
  followOtherTabs: () => Promise<void>
  /** Revokes what a session leaves behind, unless its successor is of its family. */
  revokeUnlessContinued: (record: SessionRecord, successor?: SessionRecord) => Promise<void>
  /** Ends the session, because Cognito has refused to renew it for good. */
  endRefused: (record: SessionRecord, error: unknown) => Promise<void>
}

/** How often to look at the wall clock: one long timer would be late after a laptop has slept. */
const checkIntervalMs = 30_000

export function createSessionRenewal(deps: SessionRenewalDeps): SessionRenewal {
  const { call, clientId, store, tabLock, channel, environment, closed, current, set } = deps
  let renewal: { id: string; urgent: boolean; result: Promise<SessionRecord> } | undefined

  function renewIfDue(urgent: boolean) {
    const record = current()
    if (record && isRenewalDue(record.tokens)) renew(record, urgent).catch(() => undefined)
  }

  const interval = setInterval(renewIfDue, checkIntervalMs, false)
  const limit = createRenewalLimit(store, environment, () => renewIfDue(false))

  function renew(stale: SessionRecord, urgent: boolean): Promise<SessionRecord> {
    if (renewal?.id === stale.id && (renewal.urgent || !urgent)) return renewal.result
    const result = tabLock
      .exclusive('renew', () => renewAlone(stale, urgent))
      .finally(() => {
        if (renewal?.result === result) renewal = undefined
      })
    renewal = { id: stale.id, urgent, result }
    return result
  }

  async function renewAlone(stale: SessionRecord, urgent: boolean): Promise<SessionRecord> {
    const stored = await store.read()
    if (stored?.id !== stale.id) {
      await deps.followOtherTabs()
      throw new VaultError({ code: 'notSignedIn' })
    }
    const renewedElsewhere = stored.tokens.accessToken !== stale.tokens.accessToken
    if (renewedElsewhere && !isRenewalDue(stored.tokens)) {
      set(stored)
      return stored
    }
    limit.check(stored, urgent)
    const { outage: _, ...lasting } = stored
    const next = { ...lasting, tokens: await renewOrEnd(stored) }
    if (!(await store.update(next))) {
      // The session has ended in the meantime: revokes the new tokens, so that they do not outlive it.
      await deps.revokeUnlessContinued(next, await store.read())
      await deps.followOtherTabs()
      throw new VaultError({ code: 'notSignedIn' })
    }
    set(next)
    channel?.postMessage('changed')
    return next
  }

  async function renewOrEnd(record: SessionRecord) {
    const startedAt = Date.now()
    try {
      return await renewTokens(call, clientId, record, closed)
    } catch (error) {
      if (endsSession(error)) await deps.endRefused(record, error)
      else await limit.noteFailure(record, startedAt, error)
      throw error
    }
  }

  return {
    renew,
    renewIfDue,
    close() {
      clearInterval(interval)
      limit.close()
    },
  }
}
