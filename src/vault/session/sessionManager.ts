import type { TabChannel } from '#vault/protocol/environment.ts'
import type { CallCognito } from '#vault/cognito/actions.ts'
import { endsSession, VaultError } from '#vault/cognito/vaultError.ts'
import type { SignedOutReason } from '#vault/protocol/messages.ts'
import { renewTokens } from './renewTokens.ts'
import type { SessionRecord, SessionStore } from './sessionStore.ts'
import type { TabLock } from './tabLock.ts'
import { claimsOf, isReadable } from './tokens.ts'

export interface SessionManager {
  /** Takes up the session this browser has, if it may be continued in this run of the browser. */
  restore: (run: string) => Promise<void>
  begin: (record: SessionRecord) => Promise<void>
  current: () => SessionRecord | undefined
  /** Over here at once and in the other tabs; at Cognito if it can be reached. */
  end: (reason: SignedOutReason) => Promise<{ revoked: boolean }>
  /** Has new tokens, whether the old ones are used up or not. */
  renew: (userId: string) => Promise<void>
  /**
   * Calls with a living access token of this user; renews it first, or once after a refusal.
   * @throws VaultError `notSignedIn` when it is somebody else by now.
   */
  withAccessToken: <Result>(
    userId: string,
    use: (accessToken: string) => Promise<Result>,
  ) => Promise<Result>
  close: () => void
}

type OnChange = (record: SessionRecord | undefined, reason?: SignedOutReason) => void

/** Laptops sleep and clocks jump: a long timer lies, so the wall clock is asked this often. */
const tickMs = 30_000

export interface SessionManagerDeps {
  call: CallCognito
  clientId: string
  store: SessionStore
  tabLock: TabLock
  /** Tells the other tabs that something changed, or that somebody signed out; never what. */
  channel: TabChannel | undefined
  /** Aborted when the vault closes. */
  stopped: AbortSignal
}

/** Owns the session: one writer in this tab, in step with the others. */
export function createSessionManager(
  { call, clientId, store, tabLock, channel, stopped }: SessionManagerDeps,
  onChange: OnChange,
): SessionManager {
  let current: SessionRecord | undefined
  let renewing: { id: string; result: Promise<SessionRecord> } | undefined
  /** Counts changes and looks at the store: what was read before a later one is not news. */
  let looks = 0

  function set(record: SessionRecord | undefined, reason?: SignedOutReason) {
    looks += 1
    current = record
    onChange(record, reason)
  }

  if (channel) {
    channel.onmessage = ({ data }) => {
      // Where each tab keeps its own session, it is for each to end it.
      if (data === 'signedOut' && !store.shared) void endHere('signedOutElsewhere')
      else void followOtherTabs()
    }
  }

  async function followOtherTabs() {
    looks += 1
    const look = looks
    const stored = await store.read()
    if (look !== looks) return
    if (stored) set(stored)
    else if (current) set(undefined, 'signedOutElsewhere')
  }

  const tick = setInterval(() => {
    // Failing is no news: the next tick, or the next call, tries again.
    if (current && isDue(current)) renew(current).catch(() => undefined)
  }, tickMs)

  /** @param stale what the caller holds: if the store has something newer by then, that will do. */
  function renew(stale: SessionRecord): Promise<SessionRecord> {
    if (renewing?.id === stale.id) return renewing.result
    const result = tabLock
      .exclusive(() => renewAlone(stale))
      .finally(() => {
        if (renewing?.result === result) renewing = undefined
      })
    renewing = { id: stale.id, result }
    return result
  }

  async function renewAlone(stale: SessionRecord): Promise<SessionRecord> {
    const stored = await store.read()
    if (stored?.id !== stale.id) {
      await followOtherTabs()
      throw new VaultError({ code: 'notSignedIn' })
    }
    const renewedElsewhere = stored.tokens.accessToken !== stale.tokens.accessToken
    if (renewedElsewhere && !isDue(stored)) {
      set(stored)
      return stored
    }
    const next = { ...stored, tokens: await renewOrEnd(stored) }
    if (!(await store.update(next))) {
      // Ended meanwhile, here or in another tab: what was just brought to life must not outlive it.
      await revoke(next)
      await followOtherTabs()
      throw new VaultError({ code: 'notSignedIn' })
    }
    set(next)
    channel?.postMessage('changed')
    return next
  }

  async function renewOrEnd(record: SessionRecord) {
    try {
      return await renewTokens(call, clientId, record.tokens, stopped)
    } catch (error) {
      if (endsSession(error)) {
        await store.clear(record.id)
        if (current?.id === record.id) set(undefined, 'sessionExpired')
        channel?.postMessage('changed')
      }
      throw error
    }
  }

  /** Ends what this tab holds, and tells Cognito. */
  async function endHere(reason: SignedOutReason): Promise<{ revoked: boolean }> {
    if (!current) return { revoked: true }
    // Another tab may have renewed since; its refresh token is the one that lives.
    const stored = await store.read()
    const record = stored?.id === current.id ? stored : current
    await store.clear(record.id)
    set(undefined, reason)
    if (reason !== 'signedOutElsewhere') channel?.postMessage('signedOut')
    return { revoked: await revoke(record) }
  }

  async function revoke(record: SessionRecord): Promise<boolean> {
    try {
      await call('RevokeToken', { Token: record.tokens.refreshToken, ClientId: clientId })
      return true
    } catch (error) {
      if (error instanceof VaultError) return false
      throw error
    }
  }

  function recordOf(userId: string): SessionRecord {
    if (current && claimsOf(current.tokens).userId === userId) return current
    throw new VaultError({ code: 'notSignedIn' })
  }

  return {
    async restore(run) {
      const stored = await store.read()
      if (!stored) return
      const belongsHere =
        stored.rememberMe || stored.browserSessionId === run || tabLock.hasOtherTabs
      if (belongsHere && isReadable(stored.tokens)) set(stored)
      else await store.clear(stored.id)
    },
    current: () => current,
    async begin(record) {
      const before = await store.read()
      await store.write(record)
      set(record)
      channel?.postMessage('changed')
      // Nobody is left who could end it.
      if (before) await revoke(before)
    },
    end: endHere,
    async renew(userId) {
      await renew(recordOf(userId))
    },
    async withAccessToken(userId, use) {
      const held = recordOf(userId)
      const record = isExpired(held) ? await renew(held) : held
      try {
        return await use(record.tokens.accessToken)
      } catch (error) {
        if (!(error instanceof VaultError) || error.data.code !== 'notSignedIn') throw error
        return use((await renew(record)).tokens.accessToken)
      }
    },
    close() {
      clearInterval(tick)
      channel?.close()
    },
  }
}

/** Past four fifths of its life. All tabs may find so at once: the first under the lock renews for all. */
function isDue({ tokens }: SessionRecord): boolean {
  const { accessExpiresAt, accessIssuedAt } = claimsOf(tokens)
  return Date.now() >= accessIssuedAt + (accessExpiresAt - accessIssuedAt) * 0.8
}

/** Too little left to be sure that it still lives when it arrives. */
function isExpired({ tokens }: SessionRecord): boolean {
  return Date.now() >= claimsOf(tokens).accessExpiresAt - 10_000
}
